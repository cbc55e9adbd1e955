// What a person wants to be told, and by which way.

import Workflow
import WorkflowRuntime

/// A person's choices. What they did not choose is as the organisation says: the list is on.
public struct NotificationPreferences: Hashable, Sendable {
  private var choices: [String: Bool] = [:]

  public init() {}

  /// The choice for an event and a transport; nil where the person made none.
  public subscript(
    event: NotificationEvent, transport: NotificationTransport
  ) -> Bool? {
    get { choices[Self.key(event, transport)] }
    set { choices[Self.key(event, transport)] = newValue }
  }

  /// Whether the person is told of an event by a transport.
  public func isOn(
    _ event: NotificationEvent, by transport: NotificationTransport,
    in settings: NotificationSettings
  ) -> Bool {
    guard transport.isBuiltIn || settings.transports[transport] != nil else { return false }
    return self[event, transport] ?? settings.isUsual(event, by: transport)
  }

  private static func key(
    _ event: NotificationEvent, _ transport: NotificationTransport
  ) -> String { "\(event.rawValue) \(transport.rawValue)" }
}

extension NotificationPreferences {
  private static let setting = "notification.preferences."

  /// Those of a person, as they are in the store; what cannot be read counts as not chosen.
  static func read(
    of person: PersonID, _ reading: any StoreReading
  ) throws -> NotificationPreferences {
    var preferences = NotificationPreferences()
    guard let text = try reading.setting(setting + person.rawValue) else { return preferences }
    for (key, value) in (try? JSON(parsing: text))?.object ?? JSONObject() {
      if case .bool(let isOn) = value { preferences.choices[key] = isOn }
    }
    return preferences
  }

  func write(of person: PersonID, _ transaction: any StoreTransaction) throws {
    let pairs = choices.sorted { $0.key < $1.key }.map { ($0.key, JSON.bool($0.value)) }
    try transaction.set(
      pairs.isEmpty ? nil : JSON.object(JSONObject(pairs)).text,
      for: Self.setting + person.rawValue)
  }
}
