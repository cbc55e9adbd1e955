// A notification as a store keeps it.

import Workflow
import WorkflowRuntime

/// What one person is told of one event, once.
public struct StoredNotification: Hashable, Sendable {
  /// The number by which it is named; it grows.
  public let number: Int64
  public let person: PersonID
  public let event: NotificationEvent
  /// Nil for what happened to no document: the clock.
  public let document: DocumentID?
  public let instance: InstanceID?
  /// The work item that it is about.
  public let item: WorkItemID?
  public let element: ElementPath?
  public let step: String?
  /// What may be told together: the lines of one document, by event. Nil for what stands alone.
  public let group: String?
  /// In the language of the person, as it was rendered: escaped wherever it leaves the program.
  public let text: String
  /// How many of its group it stands for; the text is that of the latest.
  public let count: Int
  public let at: Timestamp
  public var readAt: Timestamp?

  public init(
    number: Int64, person: PersonID, event: NotificationEvent, document: DocumentID? = nil,
    instance: InstanceID? = nil, item: WorkItemID? = nil, element: ElementPath? = nil,
    step: String? = nil, group: String? = nil, text: String, count: Int = 1, at: Timestamp,
    readAt: Timestamp? = nil
  ) {
    self.number = number
    self.person = person
    self.event = event
    self.document = document
    self.instance = instance
    self.item = item
    self.element = element
    self.step = step
    self.group = group
    self.text = text
    self.count = count
    self.at = at
    self.readAt = readAt
  }

  /// The same under another number, standing for more.
  func renumbered(_ number: Int64, count: Int) -> StoredNotification {
    StoredNotification(
      number: number, person: person, event: event, document: document, instance: instance,
      item: item, element: element, step: step, group: group, text: text, count: count, at: at,
      readAt: readAt)
  }
}

extension StoredNotification: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("number", Int(number))
    parts.add("person", person)
    parts.add("event", event.rawValue)
    parts.add("document", document)
    parts.add("instance", instance)
    parts.add("item", item)
    parts.add("element", element)
    parts.add("step", step)
    parts.add("group", group)
    parts.add("text", text)
    if count != 1 { parts.add("count", count) }
    parts.add("at", at)
    parts.add("readAt", readAt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "notification")
    let word = try object.required("event", String.self)
    guard let event = NotificationEvent(rawValue: word) else {
      throw RuntimeError(.unreadable, "“\(word)” is no event of a notification")
    }
    self.init(
      number: Int64(try object.required("number", Int.self)),
      person: try object.required("person"), event: event,
      document: try object.optional("document"), instance: try object.optional("instance"),
      item: try object.optional("item"), element: try object.optional("element"),
      step: try object.optional("step"), group: try object.optional("group"),
      text: try object.required("text"), count: try object.optional("count") ?? 1,
      at: try object.required("at"), readAt: try object.optional("readAt"))
  }
}
