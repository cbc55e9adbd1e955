// Values of documents as pages show them.

import Screen
import Workflow

/// Renders one value. The one place for values of documents outside of the editor.
enum FieldText {
  static func text(_ value: Value) -> String {
    switch value {
    case .none: "–"
    case .bool(let value): value ? "yes" : "no"
    case .day(let day): day.weekdayAndShort
    case .list(let values): values.isEmpty ? "–" : "\(values.count)"
    default: value.display
    }
  }

  /// In full, for the header: `1 Mar 2026`.
  static func long(_ value: Value) -> String {
    switch value {
    case .day(let day): day.long
    case .list(let values): values.isEmpty ? "–" : values.map(\.display).joined(separator: ", ")
    default: text(value)
    }
  }
}
