// JSON as a value.

import Foundation

/// A JSON value. Objects keep the order of their keys, numbers all their digits.
///
///     let json = try JSON(parsing: #"{"id":"TRIP-7","lines":[]}"#)
///     json["id"]?.string   // "TRIP-7"
///     json.text            // one compact line
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number that is no 64-bit integer, as it is written.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// A number with all its digits.
  public static func decimal(_ number: Decimal) -> JSON {
    let digits = number.description
    return Int64(digits).map { .integer($0) } ?? (number.isFinite ? .number(digits) : .null)
  }

  /// The value under a key of an object; none for a missing key and for anything but an object.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The string; none for another kind.
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The 64-bit integer; none for another kind.
  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  /// The truth; none for another kind.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements; none for another kind.
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  /// The object; none for another kind.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  /// Whether it is null.
  public var isNull: Bool { self == .null }

  /// The number; none for another kind and for one with more digits than a decimal holds.
  public var decimal: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .number(let digits): Decimal(exactly: digits)
    default: nil
    }
  }

  /// The digits of a number as they are written; none for another kind.
  var digits: String? {
    switch self {
    case .integer(let value): String(value)
    case .number(let digits): digits
    default: nil
    }
  }

  /// What kind of value this is, in words.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements))
  }
  public init(nilLiteral: ()) { self = .null }
}
