/// A place in a file, for people: line and column count from 1.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's name as the caller gave it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters of Unicode, from 1.
  public let column: Int

  /// The place of something that was not read from a file.
  public static let nowhere = SourceLocation(file: "", line: 1, column: 1)

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place so many columns to the right.
  public func offset(byColumns columns: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + columns)
  }

  public var description: String { "\(file):\(line):\(column)" }

  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
