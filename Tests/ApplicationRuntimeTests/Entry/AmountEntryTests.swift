// Amounts as people type them.

import Testing
import Workflow

@testable import ApplicationRuntime

@Suite("Amount entry")
struct AmountEntryTests {
  @Test(
    "an amount may have a point or a comma, groups, and its currency",
    arguments: [
      ("340", "340.00 EUR"), ("12.5", "12.50 EUR"), ("12,5", "12.50 EUR"),
      ("1.204,50", "1,204.50 EUR"), ("1,204.50", "1,204.50 EUR"), ("1 204,50", "1,204.50 EUR"),
      ("1'204.50", "1,204.50 EUR"), ("1,204,500", "1,204,500.00 EUR"), ("-3", "-3.00 EUR"),
      ("180 dkk", "180.00 DKK"), ("180dkk", "180.00 DKK"), ("DKK 180,50", "180.50 DKK"),
      ("€ 12.50", "12.50 EUR"), ("12,50€", "12.50 EUR"), ("£3", "3.00 GBP"),
      ("500 jpy", "500 JPY"), ("0.125 kwd", "0.125 KWD"), ("  7  ", "7.00 EUR"), (".5", "0.50 EUR"),
    ])
  func plain(_ typed: String, _ expected: String) throws {
    #expect(try AmountEntry.parse(typed, default: .euro).description == expected)
  }

  @Test(
    "a formula is computed exactly and rounded to a minor unit",
    arguments: [
      ("=3*4.20", "12.60 EUR"), ("=3*4,20", "12.60 EUR"), ("=4x35 dkk", "140.00 DKK"),
      ("=(12+8)/2", "10.00 EUR"), ("=10/3", "3.33 EUR"), ("=1-2", "-1.00 EUR"),
      ("= 2 + 3 * 4", "14.00 EUR"), ("=-(2)+5", "3.00 EUR"), ("=0.125*1", "0.12 EUR"),
    ])
  func formula(_ typed: String, _ expected: String) throws {
    #expect(try AmountEntry.parse(typed, default: .euro).description == expected)
  }

  @Test(
    "what is no amount, or could be two, is refused",
    arguments: [
      "", "x", "abc", "1,204", "1.204", "12.345", "1.2.3", "1,2,3", "12,34.5", "1..2", "5.", ".",
      "180 xyz", "eur 5 eur", "$5", "=", "=1+", "=1/0", "=(1", "=1)", "=1 2+", "--5", "1e9",
      "99999999999999999999", "=9999999999999999*9999999999999999", "\u{1B}5", "٣",
      "=" + String(repeating: "(", count: 150), "=" + String(repeating: "-", count: 150) + "1",
      String(repeating: "1", count: 100_000),
    ])
  func refused(_ typed: String) {
    let error = #expect(throws: EntryError.self) {
      try AmountEntry.parse(typed, default: .euro)
    }
    #expect(error?.message.unicodeScalars.contains("\u{1B}") == false)
    #expect((error?.message.count ?? 0) < 200)
  }

  @Test("an amount that is shown can be typed again")
  func roundTrip() throws {
    for units in stride(from: Int64(1), to: 5_000_000, by: 12_347) {
      let money = Money(minorUnits: units, currency: .euro)
      #expect(try AmountEntry.parse(money.description, default: .euro) == money)
      #expect(try AmountEntry.parse(money.decimalString, default: .euro) == money)
    }
  }

  @Test("one separator before three digits is a decimal mark in a rate only")
  func rates() throws {
    #expect(try NumberEntry.digits(of: "7,461", ambiguity: .isDecimal) == "7.461")
    #expect(throws: EntryError.self) { try NumberEntry.digits(of: "7,461") }
    #expect(try NumberEntry.digits(of: "0,134") == "0.134")
  }
}
