// The document type of the simulation, whose handlers fail when they are told to.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct SimulatedType: DocumentType {
  let behavior: Behavior
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  let allowsDeny = true
  let defaultWorkflow: WorkflowID? = "usual"
  let retry = RetrySchedule(tries: 3, firstDelay: .seconds(2), longestDelay: .seconds(30))
  let statuses = [DocumentStatus(rawValue: "recorded")]
  let schema = DocumentSchema(
    fields: [
      Field("subject", .text), Field("amount", .money, matters: true), Field("country", .text),
      Field("share", .number), Field("related", .text),
    ], lineFields: [Field("amount", .money, matters: true), Field("project", .text)])

  /// The records that handlers inside the store write: one for each event.
  static let effects = "effects"
  static let handled: [MessageType] = [
    .workflowStarted, .elementStarted, .workItemsCreated, .stepCompleted, .elementEnded,
    .workflowCompleted, .workflowCanceled,
  ]

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }

  var handlers: [MessageType: EventHandler] {
    Dictionary(uniqueKeysWithValues: Self.handled.map { ($0, inside($0.rawValue)) })
  }

  /// Those of lines do the same.
  var lineHandlers: [MessageType: EventHandler] { handlers }

  var executables: [String: EventHandler] {
    let behavior = behavior
    return [
      "inside": inside("inside"),
      "outside": .outside(timeout: .seconds(20), atOnce: 2) { context in
        _ = try behavior.called("outside")
        behavior.didOutside(context.event.idempotencyKey)
        return "done outside"
      },
    ]
  }

  /// Each call would write a record of its own, were it not undone with its message.
  private func inside(_ name: String) -> EventHandler {
    let behavior = behavior
    return .inside { context in
      let key = context.event.idempotencyKey
      let call = (try? behavior.called("")) ?? 0
      try context.append(key, to: Self.effects, key: "\(key)#\(call)")
      if context.event.type == .workflowCompleted, context.event.line == nil,
        try context.document.status == .approved
      {
        try context.setStatus(DocumentStatus(rawValue: "recorded"))
      }
      // After the effects: they have to go with the failure.
      _ = try behavior.called(name)
    }
  }
}
