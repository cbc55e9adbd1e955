// What is written as a result: one object with its JSON and its text.

import Workflow

/// A result of a command. Each kind is one file with its one `json`.
protocol OutputObject {
  /// The name in lines of JSON: "workItem".
  static var object: String { get }
  /// The columns of a list of these.
  static var columns: [TextColumn] { get }
  /// All keys, in their order; what is absent is null.
  var json: JSONObject { get }
  /// One text for each column.
  var cells: [String] { get }
  /// What is shown of this one alone, line by line.
  var lines: [String] { get }
}

extension OutputObject {
  static var columns: [TextColumn] { [] }
  var cells: [String] { [] }
  var lines: [String] { TextTable(columns: Self.columns, rows: [cells]).lines(width: nil) }
}

/// The column of a list in text.
struct TextColumn {
  let title: String
  let isRight: Bool
  /// Columns with the highest number go first when the terminal is narrow; 0 never goes.
  let priority: Int
  /// Whether it gives way, down to so many cells.
  let minimum: Int?

  init(_ title: String, isRight: Bool = false, priority: Int = 0, minimum: Int? = nil) {
    self.title = title
    self.isRight = isRight
    self.priority = priority
    self.minimum = minimum
  }
}
