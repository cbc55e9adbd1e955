// Whether an action is offered here, and why not.

/// What the action table says of an action in a state.
package enum Availability: Hashable, Sendable {
  case on
  /// It keeps its place and says why it does nothing now.
  case off(String)
  /// Not offered here at all.
  case absent

  package var isOn: Bool { self == .on }

  /// Whether it is off for who one is, and not for what is selected.
  var isNever: Bool {
    reason.map { $0.contains("administrator") || $0 == Self.readOnly } ?? false
  }

  static let readOnly = "this is a read-only session"

  package var reason: String? {
    if case .off(let reason) = self { reason } else { nil }
  }
}
