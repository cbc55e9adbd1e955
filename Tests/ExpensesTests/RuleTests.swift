// One test per rule of expense reports, named as the rule.

import ApplicationRuntime
import Testing
import Workflow

@testable import Expenses

@Suite("Rules of expense reports")
struct RuleTests {
  @Test("a complete report has nothing wrong")
  func complete() throws {
    #expect(try findings(in: report(line())) == [])
  }

  @Test("completeness: purpose, a line, and each line's date, category and amount")
  func completeness() throws {
    let empty = try findings(in: DocumentContent())
    #expect(empty.map(\.rule) == ["completeness", "completeness"])
    #expect(empty.first?.field == "purpose")
    let bare = try findings(in: report(Record()))
    #expect(bare.map(\.field) == ["date", "category", "amount"])
    #expect(bare.map(\.message) == ["needs a date", "needs a category", "needs an amount"])
    #expect(bare.allSatisfy { $0.line == 1 && $0.severity == .error })
    #expect(try findings(in: report(Record()), on: .saved) == [])
  }

  @Test("completeness: a period that ends before it begins")
  func period() throws {
    var content = try report(line())
    content.fields["period-from"] = day("2026-03-31")
    content.fields["period-to"] = day("2026-03-01")
    #expect(try findings(in: content).map(\.field) == ["period-to"])
  }

  @Test("choice: an unknown category or payment method")
  func choice() throws {
    var odd = try line("2026-03-03", "yachts")
    odd["payment-method"] = "gold"
    let found = try findings(in: report(odd), on: .saved)
    #expect(found.map(\.field) == ["category", "payment-method"])
    #expect(found.first?.message.contains("travel, taxi, meals") == true)
  }

  @Test(
    "amount-range: more than zero, and not more than a line may have",
    arguments: [("0.00", 1), ("-5.00", 1), ("0.01", 0), ("10000000000.01", 1)])
  func amountRange(_ amount: String, _ count: Int) throws {
    var content = try report(line("2026-03-03", "meals", "Cafe", amount))
    content.lines[0]["receipts"] = ["r.pdf"]
    #expect(try findings(in: content).map(\.rule) == Array(repeating: "amount-range", count: count))
  }

  @Test("exchange-rate: an amount in another currency needs one")
  func exchangeRate() throws {
    var content = try report(line("2026-03-03", "meals", "Cafe", "60.00", "DKK"))
    let missing = try findings(in: content, on: .saved)
    #expect(missing.map(\.rule) == ["exchange-rate"])
    #expect(missing.first?.severity == .error)
    #expect(missing.first?.message.contains("what 1 DKK costs in EUR") == true)
    content.lines[0]["exchange-rate"] = .number(0.13406)
    #expect(try findings(in: content) == [])
    content.lines[0]["exchange-rate"] = .number(0)
    #expect(try findings(in: content).map(\.rule) == ["exchange-rate"])
    content.lines[0]["exchange-rate"] = .number(0.000001)
    #expect(try findings(in: content).first?.message.contains("is nothing in EUR") == true)
    content.lines[0]["amount"] = try money("8.00")
    #expect(try findings(in: content).first?.message.contains("takes no") == true)
  }

  @Test("future-date: a warning")
  func futureDate() throws {
    let found = try findings(in: report(line("2026-03-11")), on: .saved)
    #expect(found.map(\.rule) == ["future-date"])
    #expect(found.first?.severity == .warning)
    #expect(try findings(in: report(line("2026-03-10"))) == [])
  }

  @Test("receipt-required: a warning over 10.00 EUR when a line is saved")
  func receiptRequired() throws {
    var content = try report(line("2026-03-03", "meals", "Cafe", "10.01"))
    let found = try findings(in: content, on: .saved)
    #expect(found.map(\.rule) == ["receipt-required"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.message == "a receipt is required over 10.00 EUR")
    content.lines[0]["receipts"] = ["cafe.pdf"]
    #expect(try findings(in: content) == [])
    #expect(try findings(in: report(line("2026-03-03", "meals", "Cafe", "10.00"))) == [])
    #expect(try findings(in: report(line("2026-03-03", "mileage", "Car", "99.00"))) == [])
  }

  @Test("duplicate-line: same date, amount and merchant in one report")
  func duplicateInside() throws {
    let content = try report(
      line(), line("2026-03-03", "office", " CAFE "), line("2026-03-04"),
      line("2026-03-03", "meals", "Cafe", "8.01"))
    let found = try findings(in: content)
    #expect(found.map(\.rule) == ["duplicate-line"])
    #expect(found.first?.line == 2)
    #expect(try findings(in: content, on: .saved) == [])
  }

  @Test("duplicate-line: the same in another report, but not the report itself")
  func duplicateAcross() throws {
    let content = try report(line())
    let fingerprint = try #require(ExpenseReport().fingerprints(of: content).first)
    let found = try findings(in: content, others: [fingerprint: ["ER-000009", "ER-000012"]])
    #expect(found.map(\.message) == ["same date, amount and merchant as in ER-000009"])
    #expect(try findings(in: content, others: [fingerprint: ["ER-000012"]]) == [])
  }

  @Test("duplicate-line: a line without a merchant has no fingerprint")
  func noFingerprint() throws {
    #expect(try ExpenseReport().fingerprints(of: report(line("2026-03-03", "meals", ""))) == [])
  }

  @Test("itemization: the items of a line add up to its amount")
  func itemization() throws {
    func hotel(_ items: [(String, String)]) throws -> DocumentContent {
      var line = try line("2026-03-03", "hotel", "Scandic", "297.00")
      line["receipts"] = ["r.pdf"]
      line["items"] = .list(
        try items.map { .record(["title": .text($0.0), "amount": try money($0.1)]) })
      return report(line)
    }
    #expect(try findings(in: hotel([("Room", "250.00"), ("Breakfast", "47.00")])) == [])
    let little = try findings(in: hotel([("Room", "250.00")]), on: .saved)
    #expect(
      little.map(\.message) == ["the items come to 250.00 EUR, 47.00 EUR are left of 297.00 EUR"])
    #expect(little.first?.line == 1 && little.first?.severity == .error)
    let much = try findings(in: hotel([("Room", "300.00")]))
    #expect(much.first?.message == "the items come to 300.00 EUR, 3.00 EUR more than 297.00 EUR")
    let none = try findings(in: hotel([("Room", "297.00"), ("Air", "0.00")]))
    #expect(none.first?.message == "item “Air” needs an amount")
  }
}
