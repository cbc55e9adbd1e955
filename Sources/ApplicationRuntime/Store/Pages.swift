// Going through more rows than fit in memory, one window after the other.

/// Rows read in windows: each window is a reading of its own, so that none lasts long, and only
/// one of them is in memory.
struct Pages<Row> {
  static var windowSize: Int { 500 }

  private let read: (_ last: Row?, _ limit: Int) throws -> [Row]
  private var window: ArraySlice<Row> = []
  private var last: Row?
  private var isAtEnd = false

  /// - Parameter read: the rows behind the last one, at most so many.
  init(_ read: @escaping (_ last: Row?, _ limit: Int) throws -> [Row]) { self.read = read }

  /// The next row, which stays the next one; nil at the end.
  mutating func peek() throws -> Row? {
    if window.isEmpty, !isAtEnd {
      let rows = try read(last, Self.windowSize)
      isAtEnd = rows.count < Self.windowSize
      window = rows[...]
      last = rows.last ?? last
    }
    return window.first
  }

  mutating func next() throws -> Row? {
    guard let row = try peek() else { return nil }
    window.removeFirst()
    return row
  }
}
