// The columns of the table of lines, made from the schema.

import Screen
import Workflow

enum EditorColumns {
  /// The fields as they stand from left to right: what a line needs and what it is about, then
  /// what was calculated, lists, notes, and at last what is seldom filled in.
  static func ordered(_ fields: [Field]) -> [Field] {
    let main = mainText(of: fields)
    return (0...4).flatMap { rank in fields.filter { self.rank(of: $0, main: main) == rank } }
  }

  /// The text that a line is about: the merchant.
  private static func mainText(of fields: [Field]) -> String? {
    fields.first { $0.type == .text && $0.choices.isEmpty }?.name
  }

  private static func rank(of field: Field, main: String?) -> Int {
    if field.isCalculated { return 1 }
    if field.isRequired || field.name == main { return 0 }
    if case .list = field.type { return 2 }
    return field.type == .text && field.choices.isEmpty ? 3 : 4
  }

  /// One column for each line field. Where room is short those that need not be filled in go
  /// first, the last one before all; the column of the cursor stays.
  static func columns(of editor: DocumentEditor) -> [Column] {
    var focused: Int?
    if case .cell(_, let column) = editor.focus { focused = column }
    let main = mainText(of: editor.lineFields)
    return editor.lineFields.enumerated().map { index, field in
      let isKept = index == focused
      return column(
        field, title: title(of: field, currency: editor.context.currency.code),
        priority: isKept ? 0 : priority(of: field, at: index, main: main),
        isMain: field.name == main)
    }
  }

  /// How soon each field's column goes where room is short, in the order of the fields.
  static func priorities(of fields: [Field]) -> [Int] {
    let main = mainText(of: fields)
    return fields.enumerated().map { priority(of: $1, at: $0, main: main) }
  }

  private static func priority(of field: Field, at index: Int, main: String?) -> Int {
    if field.isRequired { return 0 }
    return switch rank(of: field, main: main) {
    case 0: 1
    case 1: 3
    case 2: 2
    case 3: 4
    default: index + 10
    }
  }

  private static func column(
    _ field: Field, title: String, priority: Int, isMain: Bool
  ) -> Column {
    if !field.choices.isEmpty {
      let longest = field.choices.map(\.displayWidth).max() ?? 0
      return Column(title, .fixed(min(max(9, longest), 14)), priority: priority)
    }
    switch field.type {
    case .money:
      let width = field.isCalculated ? 10 : 13
      return Column(title, .fixed(width), priority: priority, alignment: .right)
    case .number: return Column(title, .fixed(8), priority: priority, alignment: .right)
    case .day: return Column(title, .fixed(10), priority: priority)
    case .bool:
      return Column(title, .fixed(min(max(3, title.displayWidth), 8)), priority: priority)
    case .list:
      var column = Column(title, .flexible(minimum: 4), priority: priority)
      column.maximum = 18
      return column
    default:
      var column = Column(title, .flexible(minimum: isMain ? 9 : 6), priority: priority)
      column.maximum = isMain ? 24 : 32
      return column
    }
  }

  /// What stands over a column: short, because cells are.
  static func title(of field: Field, currency: String?) -> String {
    if field.isCalculated, field.type == .money, let currency { return "In " + currency }
    return switch field.name {
    case "receipts": "Rcpt"
    case "comment": "Note"
    default: field.label
    }
  }
}
