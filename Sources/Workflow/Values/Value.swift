// The values that documents, attributes and expressions hold.

import Foundation

/// One value of a document, a person's attribute or an expression.
public enum Value: Hashable, Sendable {
  /// Nothing: the field is not filled in.
  case none
  case bool(Bool)
  case number(Decimal)
  case text(String)
  case day(Day)
  case time(Timestamp)
  case duration(Duration)
  case money(Money)
  case list([Value])
  case record(Record)

  /// The value as history and placeholders show it: `11,240.00 EUR`, `DK`, `true`.
  public var display: String {
    switch self {
    case .none: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .text(let value): value
    case .day(let value): value.iso8601
    case .time(let value): value.iso8601
    case .duration(let value): value.words
    case .money(let value): value.description
    case .list(let values): values.map(\.display).joined(separator: ", ")
    case .record(let record):
      record.map { $0.key + ": " + $0.value.display }.joined(separator: ", ")
    }
  }

  /// Whether there is nothing.
  public var isNone: Bool { self == .none }

  /// What kind of value this is, in words: `text`, `an amount of money`.
  public var kind: String {
    switch self {
    case .none: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "text"
    case .day: "a day"
    case .time: "a time"
    case .duration: "a duration"
    case .money: "an amount of money"
    case .list: "a list"
    case .record: "a record"
    }
  }

  /// The text; none for another kind.
  public var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The number; none for another kind.
  public var number: Decimal? { if case .number(let value) = self { value } else { nil } }
  /// The truth; none for another kind.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The day; none for another kind.
  public var day: Day? { if case .day(let value) = self { value } else { nil } }
  /// The instant; none for another kind.
  public var time: Timestamp? { if case .time(let value) = self { value } else { nil } }
  /// The duration; none for another kind.
  public var duration: Duration? { if case .duration(let value) = self { value } else { nil } }
  /// The amount; none for another kind.
  public var money: Money? { if case .money(let value) = self { value } else { nil } }
  /// The list; none for another kind.
  public var list: [Value]? { if case .list(let value) = self { value } else { nil } }
  /// The record; none for another kind.
  public var record: Record? { if case .record(let value) = self { value } else { nil } }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}
