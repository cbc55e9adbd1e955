// Values as cells show them, and as they are edited.

import Workflow

extension EntryReader {
  /// A value as a cell shows it.
  ///
  /// - Parameter isBrief: in a line, where days go without their year and codes without names.
  func shown(_ value: Value, of field: Field, isBrief: Bool) -> String {
    switch value {
    case .none: return ""
    case .bool(let value): return value ? "yes" : "no"
    case .day(let day):
      return isBrief && day.year == context.today.year ? day.weekdayAndShort : day.long
    case .money(let money) where field.isCalculated && money.currency == context.currency:
      let text = money.description
      return String(text.dropLast(money.currency.code.count + 1))
    case .text(let text):
      if field.type == .person {
        return context.people.first { $0.value == text }?.label ?? text
      }
      let label = (context.suggestions[field.name] ?? []).first { $0.value == text }?.label
      return isBrief ? text : label.map { text + " " + $0 } ?? text
    case .list(let values) where isBrief: return values.isEmpty ? "" : "\(values.count)"
    default: return value.display
    }
  }

  /// A value as it is edited: what, read again, gives the same value.
  func editable(_ value: Value) -> String {
    switch value {
    case .bool(let value): value ? "yes" : "no"
    case .money(let money):
      money.currency == context.currency
        ? money.decimalString : money.decimalString + " " + money.currency.code
    case .list(let values): values.map(editable).joined(separator: ", ")
    default: value.display
    }
  }
}
