/// The declared type of a field, an attribute or an expression.
public indirect enum ValueType: Hashable, Sendable, CustomStringConvertible {
  case bool, number, text, day, time, duration, money
  /// The identifier of a person; its value is a text.
  case person
  case list(of: ValueType)
  /// Named values by their hyphenated words.
  case record([String: ValueType])
  /// The type of the word `none` and of the elements of an empty list; fits every other type.
  case absent

  /// The type in words: `text`, `money`, `list of record`.
  public var description: String {
    switch self {
    case .bool: "bool"
    case .number: "number"
    case .text: "text"
    case .day: "day"
    case .time: "time"
    case .duration: "duration"
    case .money: "money"
    case .person: "person"
    case .list(let element): "list of \(element)"
    case .record: "record"
    case .absent: "none"
    }
  }
}
