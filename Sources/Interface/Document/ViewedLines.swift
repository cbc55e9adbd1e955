// The table of a document's lines in VIEW mode, from what its type declares.

import ApplicationRuntime
import Screen
import Workflow

/// Which fields of the lines are shown, and how wide: in the order of the editor's columns, each as
/// wide as its content.
struct ViewedLines {
  let columns: [Column]
  /// The cells of each line.
  let rows: [[String]]

  /// What a line is divided into, each item in words; empty for most lines.
  static func items(of line: Record, in schema: DocumentSchema) -> [String] {
    guard let field = schema.lineFields.first(where: { ItemsSchema($0) != nil }) else { return [] }
    return (line[field.name].list ?? []).compactMap(\.record).map { item in
      let amounts = item.filter { $0.value.money != nil }.map(\.value.display)
      let texts = ["title", "category"].map { item[$0].display }.filter { !$0.isEmpty }
      return (amounts + texts).joined(separator: "  ")
    }
  }

  /// Fields that no line fills are left out, but for those that every line must have.
  ///
  /// - Parameter currency: the one that calculated amounts are in, when it is known.
  init(schema: DocumentSchema, lines: [Record], currency: String?) {
    let fields = EditorColumns.ordered(schema.lineFields).filter { field in
      guard ItemsSchema(field) == nil else { return false }
      return field.isRequired
        || lines.contains { !$0[field.name].isNone || $0.unread[field.name] != nil }
    }
    let rows = lines.enumerated().map { index, line in
      let unread = line.unread
      return [String(index + 1)]
        + fields.map { field in
          unread[field.name].map { "! " + $0 } ?? FieldText.text(line[field.name])
        }
    }
    let declared =
      [Column("#", .fixed(3), alignment: .right)]
      + zip(fields, EditorColumns.priorities(of: fields)).map {
        Self.column($0, title: EditorColumns.title(of: $0, currency: currency), priority: $1)
      }
    columns = declared.enumerated().map { index, column in
      column.fitted(to: rows.map { $0[index].truncated(to: 60).displayWidth }.max() ?? 0)
    }
    self.rows = rows
  }

  private static func column(_ field: Field, title: String, priority: Int) -> Column {
    switch field.type {
    case .day: Column(title, .fixed(10), priority: priority)
    case .money: Column(title, .fixed(16), priority: priority, alignment: .right, least: 1)
    case .number:
      Column(title, .fixed(14), priority: priority, alignment: .right, least: 1)
    case .bool, .list: Column(title, .fixed(8), priority: priority, least: 1)
    default:
      Column(
        title, .flexible(minimum: 9), priority: priority, maximum: field.choices.isEmpty ? 40 : 16,
        least: 1)
    }
  }
}
