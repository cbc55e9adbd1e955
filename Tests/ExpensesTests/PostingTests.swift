// Posting and paying: what is entered, once, and which status follows.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Expenses

@Suite("Posting")
struct PostingTests {
  private final class Effects: HandlerEffects {
    var records: [StoredRecord] = []
    var statuses: [DocumentStatus] = []
    let content: DocumentContent

    init(_ content: DocumentContent) { self.content = content }

    func document() -> Document { sampleDocument(content) }
    func setStatus(_ status: DocumentStatus) { statuses.append(status) }

    func append(_ body: String, to collection: String, key: String) -> Int64 {
      if let known = records.first(where: { $0.key == key }) { return known.number }
      let number = Int64(records.count + 1)
      records.append(
        StoredRecord(
          number: number, key: key, document: nil, body: body, at: Timestamp(microseconds: 0)))
      return number
    }

    func record(in collection: String, key: String) -> StoredRecord? {
      collection == Journal.collection ? records.first { $0.key == key } : nil
    }
  }

  private func run(
    _ handler: EventHandler?, _ effects: Effects, instance: Int64 = 7
  ) throws {
    let at = try #require(Timestamp(iso8601: "2026-03-05T23:30:00Z"))
    let event = HandlerEvent(
      type: .automatedExecution, instance: InstanceID(instance), workflow: "expense-approval",
      version: 1,
      element: nil, pass: nil, step: nil, outcome: nil, line: nil,
      idempotencyKey: "I-000007/post/1", at: at)
    guard case .inside(let body) = try #require(handler).body else {
      Issue.record("a handler of expense reports reaches outside")
      return
    }
    try body(HandlerContext(event: event, organization: organization, effects: effects))
  }

  private let type = ExpenseReport()
  private var post: EventHandler? { type.executables["post-to-ledger"] }
  private var pay: EventHandler? { type.executables["pay"] }
  private var settle: EventHandler? { type.handlers[.workflowCompleted] }

  @Test("posting debits an account per category and cost centre and credits the originator")
  func posting() throws {
    let effects = try Effects(
      report(
        line("2026-03-03", "travel", "DSB", "340.00"), line("2026-03-03", "meals", "A", "12.50"),
        line("2026-03-04", "meals", "B", "14.00")))
    try run(post, effects)
    let entry = try JournalEntry(body: try #require(effects.records.first).body)
    #expect(
      entry.postings.map { "\($0.account) \($0.amount)" } == [
        "expenses:travel:4100 340.00 EUR", "expenses:meals:4100 26.50 EUR",
        "liabilities:employees:sam -366.50 EUR",
      ])
    // Half past eleven in the evening, UTC, is the next day in Copenhagen.
    #expect(entry.day.iso8601 == "2026-03-06")
  }

  @Test("posting debits the categories of a line's items, and they are the whole")
  func itemized() throws {
    var hotel = try line("2026-03-03", "hotel", "Scandic", "100.00", "DKK")
    hotel["exchange-rate"] = .number(0.13406)
    hotel["items"] = .list([
      .record(["title": "Room", "amount": try money("66.67", "DKK")]),
      .record(["title": "Breakfast", "category": "meals", "amount": try money("33.33", "DKK")]),
    ])
    let effects = Effects(report(hotel))
    try run(post, effects)
    let entry = try JournalEntry(body: try #require(effects.records.first).body)
    #expect(
      entry.postings.map { "\($0.account) \($0.amount)" } == [
        "expenses:hotel:4100 8.94 EUR", "expenses:meals:4100 4.47 EUR",
        "liabilities:employees:sam -13.41 EUR",
      ])
  }

  @Test("posting and paying again changes nothing")
  func once() throws {
    let effects = try Effects(report(line()))
    for _ in 1...3 { try run(post, effects) }
    for _ in 1...3 { try run(pay, effects) }
    #expect(effects.records.map(\.key) == ["posting 1 ER-000012", "payment 1 ER-000012"])
  }

  @Test("the payment debits the liability and credits the bank")
  func payment() throws {
    let effects = try Effects(report(line()))
    #expect(throws: ExpenseError.self) { try run(pay, effects) }
    try run(post, effects)
    try run(pay, effects)
    let entry = try JournalEntry(body: try #require(effects.records.last).body)
    #expect(
      entry.postings.map { "\($0.account) \($0.amount)" } == [
        "liabilities:employees:sam 8.00 EUR", "assets:bank -8.00 EUR",
      ])
  }

  @Test("what was paid with the company's card is not paid to the originator")
  func companyCard() throws {
    var card = try line("2026-03-03", "travel", "DSB", "340.00")
    card["payment-method"] = "company-card"
    let both = try Effects(report(card, line()))
    try run(post, both)
    try run(pay, both)
    #expect(try JournalEntry(body: both.records[1].body).postings[0].amount.minorUnits == 800)
    let cardOnly = Effects(report(card))
    try run(post, cardOnly)
    try run(pay, cardOnly)
    try run(settle, cardOnly)
    #expect(cardOnly.records.count == 1)
    #expect(cardOnly.statuses == [.readyForTransfer, .paid])
  }

  @Test("the status is ready for transfer when posted, then paid when the payment is entered")
  func status() throws {
    let effects = try Effects(report(line()))
    try run(settle, effects)
    #expect(effects.statuses == [])
    try run(post, effects)
    try run(settle, effects)
    #expect(effects.statuses == [.readyForTransfer])
    try run(pay, effects)
    try run(settle, effects)
    #expect(effects.statuses == [.readyForTransfer, .readyForTransfer, .paid])
  }

  @Test("a report that comes again after it was posted is in the books once")
  func postedAgain() throws {
    let effects = try Effects(report(line()))
    try run(post, effects)
    for _ in 1...2 { try run(post, effects, instance: 8) }
    #expect(throws: ExpenseError.self) { try run(pay, effects, instance: 7) }
    try run(pay, effects, instance: 8)
    try run(settle, effects, instance: 8)
    let entries = try effects.records.map { try JournalEntry(body: $0.body) }
    #expect(entries.map(\.kind) == [.posting, .reversal, .posting, .payment])
    var balance: [String: Int64] = [:]
    for posting in entries.flatMap(\.postings) {
      balance[posting.account, default: 0] += posting.amount.minorUnits
    }
    #expect(
      balance == [
        "expenses:meals:4100": 800, "liabilities:employees:sam": 0, "assets:bank": -800,
      ])
    #expect(effects.statuses == [.readyForTransfer, .paid])
    #expect(throws: ExpenseError.self) { try run(post, effects, instance: 9) }
    #expect(effects.records.count == 4)
  }

  @Test("a line that cannot be told in the reporting currency is not posted")
  func noRate() throws {
    let effects = try Effects(report(line("2026-03-03", "meals", "Cafe", "60.00", "DKK")))
    let error = #expect(throws: ExpenseError.self) { try run(post, effects) }
    #expect(error?.message.contains("line 1") == true)
    #expect(effects.records.isEmpty)
  }
}

private func sampleDocument(_ content: DocumentContent) -> Document { document(content) }
