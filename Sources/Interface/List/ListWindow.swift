// How far one moves in lists.

enum ListWindow {
  /// Farther than any list goes: to its first row, or to its last.
  static let wholeList = 1_000_000_000
}
