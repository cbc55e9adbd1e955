/// Somebody whom a rule tells of an event.
public enum NotificationReceiver: Sendable, CustomStringConvertible {
  /// Everyone who was asked in the element; of a workflow, in any of its elements.
  case participants
  /// Everyone who is in the workflow already: its originator, its owner, and who was asked or acted.
  case involved
  /// Whom an assignment would give: users, a group, the originator, the superiors of somebody.
  case people(any AssignmentProvider)

  public var description: String {
    switch self {
    case .participants: "participants"
    case .involved: "involved"
    case .people(let provider): provider.description
    }
  }
}
