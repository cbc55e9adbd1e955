// Values to JSON and back by their declared type.

import Foundation

extension Value {
  /// The value as JSON; the keys of records are written as said.
  ///
  /// Money becomes `{"amount":"12.50","currency":"EUR"}`, a day `"2026-03-01"`, a duration
  /// `"2 days"`, and a number keeps all its digits.
  public func json(keys: WordSpelling = .lowerCamelCased) -> JSON {
    switch self {
    case .none: .null
    case .bool(let value): .bool(value)
    case .number(let value): .decimal(value)
    case .text(let value): .string(value)
    case .day(let value): .string(value.iso8601)
    case .time(let value): .string(value.iso8601)
    case .duration(let value): .string(value.words)
    case .money(let value): value.json
    case .list(let values): .array(values.map { $0.json(keys: keys) })
    case .record(let record):
      .object(JSONObject(record.map { (keys.spell($0.key), $0.value.json(keys: keys)) }))
    }
  }

  /// Reads a value of the declared type.
  ///
  /// Keys of records may be spelt in any of the three ways. Money may be an object or a plain
  /// number in the default currency; a number may be a JSON number or a text of digits.
  ///
  /// - Throws: when the JSON is of another shape or has a key that the type does not know.
  public init(json: JSON, type: ValueType, currency: Currency? = nil) throws(ValueError) {
    if json == .null {
      self = .none
      return
    }
    let mistake = ValueError(problem: "expected \(type.expectation), found \(json.kind)")
    switch type {
    case .bool:
      guard let value = json.bool else { throw mistake }
      self = .bool(value)
    case .number:
      guard let value = json.decimal ?? json.string.flatMap({ Decimal(exactly: $0) }) else {
        throw mistake
      }
      self = .number(value)
    case .text, .person:
      guard let value = json.string else { throw mistake }
      self = .text(value)
    case .day:
      guard let value = json.string.flatMap({ Day(iso8601: $0) }) else { throw mistake }
      self = .day(value)
    case .time:
      guard let value = json.string.flatMap({ Timestamp(iso8601: $0) }) else { throw mistake }
      self = .time(value)
    case .duration:
      guard let value = json.string.flatMap({ Duration(words: $0) }) else { throw mistake }
      self = .duration(value)
    case .money:
      self = .money(try Money(json: json, currency: currency))
    case .list(let element):
      guard let values = json.array else { throw mistake }
      self = .list(try Self.list(values, of: element, currency: currency))
    case .record(let fields):
      guard let object = json.object else { throw mistake }
      self = .record(try Record(json: object, fields: fields, currency: currency))
    case .absent:
      throw mistake
    }
  }

  private static func list(
    _ values: [JSON], of type: ValueType, currency: Currency?
  ) throws(ValueError) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do {
        result.append(try Value(json: value, type: type, currency: currency))
      } catch {
        throw error.inside(String(index + 1))
      }
    }
    return result
  }
}

extension Record {
  /// Reads a record whose fields have these types.
  ///
  /// - Throws: at the first value that does not fit and at a key that is not among the fields.
  public init(
    json: JSONObject, fields: [String: ValueType], currency: Currency? = nil
  ) throws(ValueError) {
    self.init()
    for (spelling, value) in json {
      guard let key = Self.key(for: spelling, in: fields), let type = fields[key] else {
        let nearest = Spelling.nearest(to: Word(spelling).hyphenated, among: Array(fields.keys))
        throw ValueError(
          path: [spelling],
          problem: "unknown key"
            + (nearest.map { "; did you mean `\(Word($0).lowerCamelCased)`?" } ?? ""))
      }
      do {
        self[key] = try Value(json: value, type: type, currency: currency)
      } catch {
        throw error.inside(key)
      }
    }
  }

  /// The key that the spelling means. `p111` in JSON may stand for `p-111`, which its letters alone
  /// do not tell.
  private static func key(for spelling: String, in fields: [String: ValueType]) -> String? {
    let word = Word(spelling)
    if fields[word.hyphenated] != nil { return word.hyphenated }
    return fields.keys.first { Word($0).lowerCamelCased == word.lowerCamelCased }
  }
}

extension Money {
  /// The amount as `{"amount":"12.50","currency":"EUR"}`.
  public var json: JSON {
    .object(
      JSONObject([("amount", .string(decimalString)), ("currency", .string(currency.code))]))
  }

  /// Reads `{"amount":"12.50","currency":"EUR"}`, or `"12.50"`, `12.5` and `"12.50 EUR"`, where an
  /// amount without a currency is in the given one.
  public init(json: JSON, currency: Currency? = nil) throws(ValueError) {
    var amount = json.string ?? json.digits
    var currency = currency
    if let object = json.object {
      for (key, value) in object where key != "amount" && key != "currency" {
        throw ValueError(path: [key], problem: "unknown key in an amount; found \(value.kind)")
      }
      amount = object["amount"].flatMap { $0.string ?? $0.digits }
      if let code = object["currency"] {
        currency = try Self.currency(code.string ?? "")
      }
    } else if let parts = json.string?.split(separator: " "), parts.count == 2 {
      amount = String(parts[0])
      currency = try Self.currency(String(parts[1]))
    }
    guard let amount else {
      throw ValueError(problem: "expected \(ValueType.money.expectation), found \(json.kind)")
    }
    guard let currency else {
      throw ValueError(problem: "the amount \(quoted(amount)) needs a currency")
    }
    do {
      try self.init(parsing: amount, currency: currency)
    } catch {
      throw ValueError(problem: error.message)
    }
  }

  private static func currency(_ code: String) throws(ValueError) -> Currency {
    guard let currency = Currency(code: code) else {
      throw ValueError(
        path: ["currency"], problem: "\(quoted(code)) is not a currency of ISO 4217, such as EUR")
    }
    return currency
  }
}

extension ValueType {
  /// What is expected of JSON for this type, with an example.
  var expectation: String {
    switch self {
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .day: "a day such as \"2026-03-01\""
    case .time: "a time such as \"2026-03-01T09:30:00Z\""
    case .duration: "a duration such as \"2 days\""
    case .money: "an amount such as {\"amount\":\"12.50\",\"currency\":\"EUR\"}"
    case .person: "the id of a person"
    case .list: "an array"
    case .record: "an object"
    case .absent: "nothing"
    }
  }
}
