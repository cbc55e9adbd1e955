// Entries of the journal: balance, stored form, ledger form.

import ApplicationRuntime
import Testing
import Workflow

@testable import Expenses

@Suite("Journal entry")
struct JournalEntryTests {
  private func entry(
    _ description: String, _ postings: [(String, Int64)]
  ) throws -> JournalEntry {
    try JournalEntry(
      kind: .posting, day: try #require(Day(iso8601: "2026-03-05")), document: "ER-000012",
      instance: InstanceID(7), description: description,
      postings: postings.map {
        .init(account: $0.0, amount: Money(minorUnits: $0.1, currency: .euro))
      })
  }

  @Test("an entry that does not balance, or moves nothing, cannot be made")
  func balance() {
    #expect(throws: ExpenseError.self) { try entry("x", [("a", 100), ("b", -99)]) }
    #expect(throws: ExpenseError.self) { try entry("x", []) }
    #expect(throws: ExpenseError.self) { try entry("x", [("a", .max), ("b", .max)]) }
  }

  @Test("every posting of a random report balances and survives being stored")
  func property() throws {
    for seed in UInt64(1)...200 {
      var numbers = SeededNumbers(state: seed)
      var content = report()
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let isForeign = Bool.random(using: &numbers)
        let units = Int64.random(in: 1...10_000_000, using: &numbers)
        let currency = isForeign ? try #require(Currency(code: "DKK")) : .euro
        var one = try line()
        one["category"] = .text(
          ExpenseCategory.allCases.randomElement(using: &numbers)?.rawValue ?? "other")
        one["amount"] = .money(Money(minorUnits: units, currency: currency))
        if isForeign { one["exchange-rate"] = .number(0.1340612345) }
        one["payment-method"] = .text(
          PaymentMethod.allCases.randomElement(using: &numbers)?.rawValue ?? "own")
        content.lines.append(one)
      }
      let posting = try JournalEntry.posting(
        of: document(content), instance: InstanceID(7), in: .euro, on: .latest)
      let total = ExpenseReport().total(of: content, in: organization)
      let debits = posting.postings.map(\.amount.minorUnits).filter { $0 > 0 }.reduce(0, +)
      #expect(debits == total?.minorUnits, "seed \(seed)")
      #expect(posting.postings.map(\.amount.minorUnits).reduce(0, +) == 0, "seed \(seed)")
      #expect(try JournalEntry(body: posting.json.text) == posting, "seed \(seed)")
    }
  }

  @Test("a record that is no entry is told")
  func unreadable() {
    for body in ["", "{}", "[]", #"{"kind":"posting"}"#] {
      #expect(throws: ExpenseError.self) { try JournalEntry(body: body) }
    }
  }

  @Test("the ledger form is hledger's, with the number as code")
  func ledgerText() throws {
    let text = try entry(
      "Visit Aarhus", [("expenses:travel:4100", 34000), ("liabilities:employees:sam", -34000)]
    ).ledgerText(number: 42)
    #expect(
      text == """
        2026-03-05 (42) ER-000012 Visit Aarhus
            ; posting of I-000007
            expenses:travel:4100        340.00 EUR
            liabilities:employees:sam  -340.00 EUR


        """)
  }

  @Test(
    "no text of a person leaves its line or begins a comment",
    arguments: [
      "a\n    assets:bank  -1000 EUR", "a\r\n2026-01-01 (1) x", "a ; date: tomorrow", "a | b",
      "a\u{2028}b", "a\u{0B}b\u{85}c", "a\u{202E}b", "\u{0}", "x  y\tz",
      String(repeating: "long ", count: 500),
    ])
  func hostile(_ title: String) throws {
    let text = try entry(title, [("a", 100), ("b", -100)]).ledgerText(number: 1)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 6)
    let first = try #require(text.split(separator: "\n").first)
    #expect(!first.contains { $0 == ";" || $0 == "|" || $0 == "\t" })
    #expect(first.unicodeScalars.count < 240)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
      #expect(scalar != "\u{2028}")
    }
  }

  @Test("parts of accounts are told apart whatever is in them")
  func accounts() {
    let names = ["a b", "a_b", "a:b", "a  b", "a;b", "a%20b", "(a)", "é", "e\u{301}", "日本"]
    let parts = names.map { LedgerText.accountPart($0) }
    #expect(Set(parts.map { Array($0.utf8) }).count == names.count)
    #expect(parts.allSatisfy { part in !part.contains { " :;()\t\n".contains($0) } })
  }

  @Test("a comment holds no tag and no date")
  func comment() {
    #expect(LedgerText.comment("date: x [2026-01-01]\ny") == "date x (2026-01-01) y")
  }
}
