// Money: exact reading, writing and arithmetic, and what is refused.

import Foundation
import Testing
import Workflow

@Suite struct MoneyTests {
  private func currency(_ code: String) throws -> Currency { try #require(Currency(code: code)) }

  @Test(
    "Amounts are read and written in the digits of their currency",
    arguments: [
      ("1204.5", "EUR", "1204.50", "1,204.50 EUR"), ("0", "EUR", "0.00", "0.00 EUR"),
      ("-0.05", "EUR", "-0.05", "-0.05 EUR"), ("1234567", "JPY", "1234567", "1,234,567 JPY"),
      ("1.5", "KWD", "1.500", "1.500 KWD"), ("12.500", "USD", "12.50", "12.50 USD"),
      ("92233720368547758.07", "EUR", "92233720368547758.07", "92,233,720,368,547,758.07 EUR"),
      ("+3", "dkk", "3.00", "3.00 DKK"), ("-100", "EUR", "-100.00", "-100.00 EUR"),
    ])
  func reading(text: String, code: String, decimal: String, shown: String) throws {
    let money = try Money(parsing: text, currency: currency(code))
    #expect(money.decimalString == decimal)
    #expect(money.description == shown)
    #expect(try Money(parsing: money.decimalString, currency: money.currency) == money)
  }

  @Test(
    "Other texts are refused with the reason",
    arguments: [
      ("", MoneyError.Code.notAnAmount), ("1,204.50", .notAnAmount), ("1.2.3", .notAnAmount),
      ("12.", .notAnAmount), (".5", .notAnAmount), ("1e3", .notAnAmount), ("--1", .notAnAmount),
      (" 1", .notAnAmount), ("١", .notAnAmount), ("1.005", .tooPrecise), ("-", .notAnAmount),
      ("92233720368547758.08", .tooLarge), ("999999999999999999999999", .tooLarge),
      (String(repeating: "0", count: 5000), .notAnAmount),
    ])
  func refused(text: String, code: MoneyError.Code) throws {
    let error = #expect(throws: MoneyError.self) { try Money(parsing: text, currency: .euro) }
    #expect(error?.code == code)
    #expect((error?.message.count ?? 0) < 200)
  }

  @Test("Sums are exact, and overflow and mixed currencies throw")
  func sums() throws {
    let one = Money(minorUnits: 1, currency: .euro)
    let most = Money(minorUnits: .max, currency: .euro)
    #expect(try one.adding(one).minorUnits == 2)
    #expect(try one.subtracting(one).minorUnits == 0)
    #expect(throws: MoneyError.self) { try most.adding(one) }
    #expect(throws: MoneyError.self) {
      try Money(minorUnits: .min, currency: .euro).subtracting(one)
    }
    let dollar = Money(minorUnits: 1, currency: try currency("USD"))
    #expect(throws: MoneyError.self) { try one.adding(dollar) }
    #expect(throws: MoneyError.self) { try one.subtracting(dollar) }
  }

  @Test("Products round half to even")
  func rounding() throws {
    let half = try #require(Decimal(exactly: "0.5"))
    for (units, expected) in [(1, 0), (3, 2), (5, 2), (7, 4), (-1, 0), (-3, -2)] as [(Int64, Int64)]
    {
      #expect(
        try Money(minorUnits: units, currency: .euro).multiplied(by: half).minorUnits == expected)
    }
    #expect(throws: MoneyError.self) {
      try Money(minorUnits: .max, currency: .euro).multiplied(by: 2)
    }
  }

  @Test("Conversion minds the minor digits of both currencies")
  func conversion() throws {
    let euros = try Money(parsing: "10.00", currency: .euro)
    let rate = try #require(Decimal(exactly: "160.255"))
    #expect(try euros.converted(to: currency("JPY"), rate: rate).minorUnits == 1603)
    #expect(try euros.converted(to: currency("KWD"), rate: rate).minorUnits == 1_602_550)
    let yen = Money(minorUnits: 1603, currency: try currency("JPY"))
    let back = try #require(Decimal(exactly: "0.00624"))
    #expect(try yen.converted(to: .euro, rate: back).description == "10.00 EUR")
  }

  @Test("Adding and taking away again gives the same, for many amounts")
  func addingAndSubtracting() throws {
    var state: UInt64 = 42
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let left = Money(minorUnits: Int64(truncatingIfNeeded: state >> 3), currency: .euro)
      let right = Money(minorUnits: Int64(state >> 40), currency: .euro)
      #expect(try left.adding(right).subtracting(right) == left)
      #expect(try Money(parsing: left.decimalString, currency: .euro) == left)
      #expect(try Money(rounding: left.decimal, currency: .euro) == left)
    }
  }

  @Test("Money codes as amount and currency")
  func coding() throws {
    let money = try Money(parsing: "123.45", currency: currency("USD"))
    let data = try JSONEncoder().encode(money)
    #expect(try JSONDecoder().decode(Money.self, from: data) == money)
    #expect(money.json.text == #"{"amount":"123.45","currency":"USD"}"#)
    for form in [#""123.45 USD""#, money.json.text] {
      #expect(try Money(json: JSON(parsing: form)) == money)
    }
    #expect(try Money(json: JSON(parsing: "123.45"), currency: money.currency) == money)
    #expect(throws: ValueError.self) { try Money(json: "1.00") }
    #expect(throws: ValueError.self) { try Money(json: ["amount": "1.00", "currency": "XYZ"]) }
    #expect(throws: ValueError.self) {
      try Money(json: ["amount": "1", "sum": 2], currency: .euro)
    }
  }
}
