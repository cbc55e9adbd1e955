// Short ways to write optional parts of objects: what is absent is null.

import Workflow
import WorkflowRuntime

extension JSON {
  static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
  static func text(_ value: some CustomStringConvertible) -> JSON { .string(value.description) }
  static func optional(_ value: (some CustomStringConvertible)?) -> JSON {
    value.map { .string($0.description) } ?? .null
  }
  static func number(_ value: Int) -> JSON { .integer(Int64(value)) }
  static func time(_ value: Timestamp?) -> JSON { value.map { .string($0.iso8601) } ?? .null }
  static func money(_ value: Money?) -> JSON { value?.json ?? .null }
  static func texts(_ values: some Sequence<some CustomStringConvertible>) -> JSON {
    .array(values.map { .string($0.description) })
  }

  /// What a condition or an assignment read: an amount as money, anything else as it was read.
  static func values(_ values: [HistoryEntry.ReadValue]) -> JSON {
    .object(JSONObject(values.map { ($0.name, read($0.value)) }))
  }

  /// The history keeps texts; one that is exactly how an amount is shown was an amount.
  private static func read(_ text: String) -> JSON {
    guard let blank = text.lastIndex(of: " "),
      let currency = Currency(code: String(text[text.index(after: blank)...])),
      let money = try? Money(
        parsing: text[..<blank].filter { $0 != "," }, currency: currency),
      money.description == text
    else { return .string(text) }
    return money.json
  }
}
