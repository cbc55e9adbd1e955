// One row of a CSV file.

/// A row with its cells, or with what is wrong with it.
struct CSVRow: Sendable {
  /// The line of the file that it begins in, from 1.
  let line: Int
  let cells: [String]
  /// Why its cells cannot be used; nil when they can.
  let problem: String?
  /// Its bytes in the file, the line break included.
  let bytes: Range<Int>
}
