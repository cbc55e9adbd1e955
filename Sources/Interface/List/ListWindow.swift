// How much of a list is read.

/// Lists are read in windows that grow while one scrolls; nothing reads a whole table.
enum ListWindow {
  static let first = 200
  static let step = 400
  /// Beyond it, a filter is the way.
  static let largest = 5000

  /// The limit that the rest of the list needs, or nil when what is there suffices.
  static func grown(_ limit: Int, for list: ListState) -> Int? {
    guard list.hasMore, limit < largest else { return nil }
    guard list.top + list.height * 2 >= list.visible.count else { return nil }
    return min(largest, limit + step)
  }
}
