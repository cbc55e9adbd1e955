// The columns of a document's lines, from what its type declares.

import ApplicationRuntime
import Screen
import Workflow

/// Which fields of the lines are shown, and how wide.
struct ViewedLines {
  let fields: [Field]
  let columns: [Column]

  /// Fields that no line fills are left out, but for those that every line must have.
  init(schema: DocumentSchema, lines: [Record]) {
    fields = schema.lineFields.filter { field in
      field.isRequired || lines.contains { !$0[field.name].isNone }
    }
    columns = [Column("#", .fixed(3), alignment: .right)] + fields.enumerated().map(Self.column)
  }

  private static func column(_ index: Int, _ field: Field) -> Column {
    // Later fields matter less when the width shrinks; what is required stays longest.
    let priority = field.isRequired ? 0 : index + 1
    let title = field.label
    switch field.type {
    case .day: return Column(title, .fixed(10), priority: priority)
    case .money: return Column(title, .fixed(14), priority: priority, alignment: .right)
    case .number:
      return Column(
        title, .fixed(max(6, min(10, title.count))), priority: priority, alignment: .right)
    case .bool: return Column(title, .fixed(max(3, min(8, title.count))), priority: priority)
    case .list: return Column(String(title.prefix(8)), .fixed(8), priority: priority)
    default:
      return field.choices.isEmpty
        ? Column(title, .flexible(minimum: 10), priority: priority, maximum: 40)
        : Column(title, .flexible(minimum: 9), priority: priority, maximum: 16)
    }
  }

  func cells(_ line: Record, number: Int) -> [String] {
    [String(number)] + fields.map { FieldText.text(line[$0.name]) }
  }
}
