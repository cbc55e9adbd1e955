// The columns of the table of lines, made from the schema.

import Screen
import Workflow

enum LineColumns {
  /// One column for each line field. Where room is short those that need not be filled in go
  /// first, the last one before all; the column of the cursor stays.
  static func columns(of editor: DocumentEditor) -> [Column] {
    var focused: Int?
    if case .cell(_, let column) = editor.focus { focused = column }
    let firstText = editor.lineFields.firstIndex { $0.type == .text && $0.choices.isEmpty }
    return editor.lineFields.enumerated().map { index, field in
      let isKept = field.isRequired || index == focused
      var priority = isKept ? 0 : index + 10
      if case .list = field.type, !isKept { priority = 2 }
      if index == firstText, !isKept { priority = 1 }
      if field.isCalculated { priority = 3 }
      return column(
        field, title: title(of: field, editor.context), priority: priority,
        isMain: index == firstText)
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
    case .list: return Column(title, .fixed(4), priority: priority)
    default:
      var column = Column(title, .flexible(minimum: isMain ? 9 : 6), priority: priority)
      column.maximum = isMain ? 24 : 32
      return column
    }
  }

  /// What stands over a column: short, because cells are.
  static func title(of field: Field, _ context: EditorContext) -> String {
    if field.isCalculated, field.type == .money { return "In " + context.currency.code }
    return switch field.name {
    case "receipts": "Rcpt"
    case "comment": "Note"
    default: field.label
    }
  }
}
