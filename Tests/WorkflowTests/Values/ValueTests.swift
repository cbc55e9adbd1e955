// Values and records: JSON by declared type, equality, display.

import Foundation
import Testing
import Workflow

@Suite struct ValueTests {
  private let types: [String: ValueType] = [
    "purpose": .text, "cost-center": .text, "period": .day, "total": .money, "rate": .number,
    "urgent": .bool, "sent": .time, "wait": .duration, "tags": .list(of: .text),
    "lines": .list(of: .record(["amount": .money, "date": .day])), "approver": .person,
  ]

  @Test("A record survives the round trip through JSON with all its digits")
  func roundTrip() throws {
    let record: Record = [
      "purpose": "Visit", "cost-center": "4100",
      "period": .day(try #require(Day(iso8601: "2026-03-01"))),
      "total": .money(Money(minorUnits: 1250, currency: .euro)),
      "rate": .number(try #require(Decimal(exactly: "7.12345678901234567890123456"))),
      "urgent": true, "sent": .time(Timestamp(microseconds: 1_772_357_400_000_000)),
      "wait": .duration(.seconds(7200)), "tags": ["a", "b"], "approver": "sue",
      "lines": [.record(["amount": .money(Money(minorUnits: 1, currency: .euro))])],
    ]
    for spelling in [WordSpelling.lowerCamelCased, .hyphenated, .underscored] {
      let text = Value.record(record).json(keys: spelling).text
      let again = try Value(json: JSON(parsing: text), type: .record(types))
      #expect(again == .record(record))
    }
    #expect(Value.record(record).json().text.contains(#""costCenter":"4100""#))
  }

  @Test("What does not fit is told with its path")
  func misfits() throws {
    func message(_ json: String) throws -> String {
      let json = try JSON(parsing: json)
      return #expect(throws: ValueError.self) {
        try Value(json: json, type: .record(types), currency: .euro)
      }?.message ?? ""
    }
    #expect(
      try message(#"{"lines":[{"amount":"1.00"},{"amount":"x"}]}"#).hasPrefix("lines.2.amount: "))
    #expect(
      try message(#"{"costCentre":"1"}"#) == "costCentre: unknown key; did you mean `costCenter`?")
    #expect(try message(#"{"period":"2026-02-30"}"#).contains("a day such as"))
    #expect(try message(#"{"urgent":"true"}"#).contains("true or false"))
    #expect(try message(#"[]"#).contains("an object"))
    #expect(try message(#"{"rate":"1x"}"#).contains("a number"))
  }

  @Test("Null is an absent value")
  func null() throws {
    #expect(try Value(json: ["purpose": nil], type: .record(types)) == .record([:]))
  }

  @Test("Setting nothing removes, and order does not count for equality")
  func records() {
    var record: Record = ["a": 1, "b": 2]
    #expect(record == ["b": 2, "a": 1])
    #expect(record.hashValue == (["b": 2, "a": 1] as Record).hashValue)
    record["a"] = .none
    #expect(record.keys == ["b"] && record["a"].isNone && record.count == 1)
    #expect(record.merging(["b": 3, "c": 4]) == ["b": 3, "c": 4])
  }

  @Test("Values show as history shows them")
  func display() {
    #expect(Value.money(Money(minorUnits: 1_124_000, currency: .euro)).display == "11,240.00 EUR")
    #expect(Value.text("DK").display == "DK")
    #expect(Value.bool(true).display == "true")
    #expect(Value.list(["a", 2]).display == "a, 2")
    #expect(Value.none.display == "")
  }

  @Test(
    "Only whole decimal numbers are read, without losing a digit",
    arguments: [
      "", "-", "1x", "1.", ".5", "0x10", "1e", "1e999", "NaN", "inf", " 1",
      "1234567890123456789012345678901234567890",
    ])
  func decimals(text: String) {
    #expect(Decimal(exactly: text) == nil)
  }

  @Test("Decimal numbers keep their digits")
  func exactDecimals() {
    #expect(Decimal(exactly: "-0.10")?.description == "-0.1")
    #expect(Decimal(exactly: "1.5e3") == 1500)
    let digits = "12345678901234567890123456789012345678"
    #expect(Decimal(exactly: digits)?.description == digits)
  }
}
