// The main job by commands: a report from draft to paid, in a fresh store.

import Foundation
import Testing
import Workflow

@Suite("The main job by commands")
struct MainJobTests {
  private static let report = """
    {"purpose":"Visit to a customer","costCenter":"4100","lines":[
    {"date":"2026-03-01","category":"meals","merchant":"Cafe","amount":"12.50"},
    {"date":"2026-03-01","category":"travel","merchant":"DSB","amount":"340.00",\
    "receipts":["dsb.pdf"]},
    {"date":"2026-03-02","category":"hotel","merchant":"Scandic","amount":"297.00",\
    "receipts":["scandic.pdf"]},
    {"date":"2026-03-02","category":"media","merchant":"4x35",\
    "amount":{"amount":"180.00","currency":"DKK"},"exchangeRate":"0.13406",\
    "receipts":["media.pdf"]},
    {"date":"2026-03-02","category":"mileage","merchant":"Own car","amount":"41.80"}]}
    """

  private static let documentKeys = [
    "id", "type", "title", "status", "waitingFor", "originator", "total", "revision",
    "createdAt", "submittedAt", "instance", "instances", "fields", "lines", "messages",
  ]
  private static let lineKeys = [
    "number", "date", "category", "merchant", "amount", "inReportingCurrency", "comment",
    "receipts", "items",
  ]
  private static let workItemKeys = [
    "id", "kind", "element", "step", "document", "subject", "amount", "assignee", "onBehalfOf",
    "queue", "status", "createdAt", "dueAt", "actions",
  ]
  private static let messageKeys = [
    "sequence", "instance", "type", "state", "postedAt", "dueAt", "retryAt", "attempts", "error",
    "handledAt",
  ]
  private static let instanceKeys = [
    "id", "workflow", "workflowVersion", "document", "status", "element", "savedPoint", "error",
  ]
  private static let historyKeys = [
    "sequence", "at", "event", "actor", "onBehalfOf", "element", "step", "comment", "values",
    "hash",
  ]

  private func expectKeys(
    _ keys: [String], in json: JSON?, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = Set(json?.object?.keys ?? [])
    let missing = keys.filter { !found.contains($0) }
    #expect(missing.isEmpty, "missing: \(missing)", sourceLocation: sourceLocation)
  }

  @Test("a report of five lines is submitted, answered from the inbox, and ends as paid")
  func fromDraftToPaid() throws {
    let place = try Place.sample()
    let made = try place.ask(
      "report", "new", "--file", "-", "--as", "sam", input: Self.report)
    #expect(made.status == 0 && made.json["version"] == 1)
    expectKeys(Self.documentKeys, in: made.item)
    let lines = try #require(made.item["lines"]?.array)
    #expect(lines.count == 5)
    for line in lines { expectKeys(Self.lineKeys, in: line) }
    #expect(made.item["total"] == ["amount": "715.43", "currency": "EUR"])
    #expect(lines[3]["inReportingCurrency"] == ["amount": "24.13", "currency": "EUR"])
    #expect(made.item["status"] == "draft" && made.item["id"] == "ER-000001")

    let submitted = try place.ask("submit", "er-1", "--as", "sam")
    #expect(submitted.item["status"] == "inReview" && submitted.item["handled"] == true)
    let receipts = try inbox(of: "ivan", in: place)
    #expect(receipts["element"] == "review-receipts" && receipts["kind"] == "task")
    let accepted = try place.ask("accept", name(receipts), "--as", "ivan")
    #expect(accepted.status == 0)
    // Who accepted it owns it.
    #expect(try place.ask("complete", name(receipts), "--as", "kim").errorCode == "notAllowed")
    #expect(try place.ask("complete", name(receipts), "--as", "ivan").item["ok"] == true)

    let approval = try inbox(of: "frank", in: place)
    #expect(approval["step"] == "manager" && approval["amount"]?["amount"] == "715.43")
    let explained = try place.ask("explain", "ER-000001", "--as", "sam")
    #expect(explained.status == 0)
    let approved = try place.ask("approve", name(approval), "--as", "frank", "--comment", "ok")
    #expect(approved.item["status"] == "paid")
    let again = try place.ask("approve", name(approval), "--as", "frank")
    #expect(again.status == 1 && again.errorCode == "alreadyClosed")
    try expectRecords(of: place)
  }

  private func name(_ item: JSON) -> String { item["id"]?.string ?? "" }

  /// The one item of an inbox.
  private func inbox(of person: String, in place: Place) throws -> JSON {
    let items = try place.ask("inbox", "--as", person).items
    try #require(items.count == 1)
    expectKeys(Self.workItemKeys, in: items[0])
    return items[0]
  }

  private func expectRecords(of place: Place) throws {
    let shown = try place.ask("report", "show", "ER-000001", "--as", "sam").item
    #expect(shown["status"] == "paid" && shown["instances"] == ["I-000001"])
    let history = try place.ask("history", "ER-000001", "--as", "sam").items
    for entry in history { expectKeys(Self.historyKeys, in: entry) }
    #expect(history.first?["event"] == "created")
    #expect(history.contains { $0["event"] == "approved" && $0["comment"] == "ok" })
    let instances = try place.ask("instance", "list", "--as", "carol").items
    #expect(instances.count == 1 && instances[0]["status"] == "completed")
    expectKeys(Self.instanceKeys, in: instances.first)
    let messages = try place.ask("queue", "list", "--done", "--as", "carol")
    for message in messages.items { expectKeys(Self.messageKeys, in: message) }
    let audit = try StoreAudit(path: place.store)
    audit.checkHistory()
    try audit.checkJournal(paid: ["ER-000001"])
    audit.checkQueueIsEmpty()
  }

  @Test("what is shown makes an equal report")
  func roundTrip() throws {
    let place = try Place.sample()
    try place.ask("report", "new", "--file", "-", "--as", "sam", input: Self.report)
    let shown = try place.ask("report", "show", "ER-000001", "--as", "sam")
    // The same id with the same content is harmless.
    let same = try place.ask("report", "new", "--file", "-", "--as", "sam", input: shown.output)
    #expect(same.status == 0 && same.item["id"] == "ER-000001")
    #expect(try place.ask("report", "list", "--as", "sam").items.count == 1)
    let other = shown.output.replacing("\"id\":\"ER-000001\",", with: "\"id\":\"COPY-1\",")
    let copy = try place.ask("report", "new", "--file", "-", "--as", "sam", input: other)
    #expect(copy.status == 0 && copy.item["id"] == "COPY-1")
    for key in ["fields", "lines", "total", "title"] {
      #expect(copy.item[key] == shown.item[key], "\(key)")
    }
    let changed = shown.output.replacing("Scandic", with: "Hilton")
    let conflict = try place.ask("report", "new", "--file", "-", "--as", "sam", input: changed)
    #expect(conflict.status == 65 && conflict.errorCode == "conflict")
  }

  @Test("a key makes a command happen once; for another request it is a conflict")
  func keys() throws {
    let place = try Place.sample()
    try place.ask("report", "new", "--file", "-", "--as", "sam", input: Self.report)
    let first = try place.ask("submit", "ER-000001", "--as", "sam", "--key", "k")
    #expect(first.item["repeated"] == false)
    let second = try place.ask("submit", "ER-000001", "--as", "sam", "--key", "k")
    #expect(second.status == 0 && second.item["repeated"] == true)
    let other = try place.ask("recall", "ER-000001", "--as", "sam", "--key", "k")
    #expect(other.status == 65 && other.errorCode == "conflict")
  }

  @Test("a batch answers each line, passes over blank ones, and is all or nothing when atomic")
  func batch() throws {
    let place = try Place.sample()
    let report = Self.report.replacing("\n", with: "")
    let lines = """
      {"as":"sam","do":"report new","report":\(report.replacing("{\"purpose", with: "{\"id\":\"T-1\",\"purpose"))}

      {"as":"sam","do":"submit","document":"T-1"}
      {"as":"frank","do":"approve","document":"T-1"}
      {"as":"ivan","do":"complete","document":"T-1"}

      """
    let atomic = try place.run(["batch", "--atomic", "--as", "carol"], input: lines)
    #expect(atomic.status == 77)
    #expect(!atomic.output.contains("\"ok\":true"))
    #expect(try place.ask("report", "list", "--as", "sam").items.isEmpty)

    let ran = try place.run(["batch", "--as", "carol"], input: lines)
    let answers = ran.output.split(separator: "\n").map {
      (try? JSON(parsing: String($0))) ?? .null
    }
    #expect(ran.status == 2)
    #expect(answers.map { $0["line"] } == [1, 3, 4, 5])
    #expect(answers.map { $0["ok"] } == [true, true, false, true])
    #expect(answers[2]["error"]?["code"] == "notAllowed")
    #expect(answers[3]["status"] == "inReview" && answers[3]["instance"] == "I-000001")
  }
}
