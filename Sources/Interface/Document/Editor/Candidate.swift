/// One entry of a completion list.
struct Candidate: Hashable, Sendable {
  /// The text that the cell takes.
  let text: String

  /// What people call it.
  var label: String?

  /// The entry as the list shows it.
  var shown: String { label.map { text + " " + $0 } ?? text }
}
