// A short message in the line above the footer.

/// One toast. An error stays until Esc, others go by themselves.
package struct Toast: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case done, note, error
  }

  package let kind: Kind
  package let text: String
  /// What can be done about it, at the right edge: `u: take back`.
  package let hint: String?
  /// When it goes, by the time the program runs; nil stays.
  package let until: Duration?
  /// While it counts down: "Takes effect in 4 s."
  package let takesEffect: Duration?
}
