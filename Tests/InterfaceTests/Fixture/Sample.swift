// Sample read models: a small world of reports, people and messages.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

/// A document type for tests.
struct SampleReport: DocumentType {
  let id: DocumentTypeID = "expense-report"
  let title = "Expense report"
  let prefix = "ER"
  let schema = DocumentSchema(
    fields: [
      Field("purpose", .text, isRequired: true), Field("cost-center", .text),
      Field("period", .text), Field("total", .money, isCalculated: true),
    ],
    lineFields: [
      Field("date", .day, isRequired: true),
      Field("category", .text, isRequired: true, choices: ["travel", "meals", "hotel", "taxi"]),
      Field("merchant", .text), Field("amount", .money, isRequired: true),
      Field("receipts", .list(of: .text)), Field("comment", .text),
      Field("items", .list(of: .record(["title": .text, "category": .text, "amount": .money]))),
    ])

  func title(of content: DocumentContent) -> String { content.fields["purpose"].display }
}

/// Builders of read models.
enum Sample {
  static let now = stamp("2026-03-03T13:02:11Z")

  static func stamp(_ text: String) -> Timestamp {
    Timestamp(iso8601: text) ?? Timestamp(microseconds: 0)
  }

  static let names: [PersonID: String] = [
    "frank": "Frank Berg", "sue": "Sue Lind", "ivan": "Ivan Petrov",
  ]

  static func euro(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }

  static func item(
    _ number: Int64, document: String, kind: WorkItem.Kind = .approval, step: String? = "manager",
    assignee: PersonID? = "frank", due: String? = nil, created: String = "2026-03-03T08:04:00Z",
    allowed: [AllowedAction] = [], queue: QueueID? = nil, outcomes: [ItemOutcome] = []
  ) -> WorkItem {
    WorkItem(
      id: WorkItemID(number), kind: kind, instance: InstanceID(number),
      document: DocumentID(document), documentType: "expense-report",
      element: ElementPath(["management"]), pass: 1, step: step,
      subject: "Approve \(document)", instructions: nil, assignee: assignee,
      candidates: assignee == nil ? ["frank", "ivan"] : [], queue: queue, outcomes: outcomes,
      createdAt: stamp(created),
      dueAt: due.map(stamp), allowed: allowed)
  }

  static func inboxRow(
    _ number: Int64, _ title: String, from: String = "Sam Holt", cents: Int64? = 68_763,
    kind: WorkItem.Kind = .approval, step: String? = "manager", assignee: PersonID? = "frank",
    due: String? = nil, queue: QueueID? = nil, outcomes: [ItemOutcome] = []
  ) -> InboxRow {
    let id = "ER-" + String(String(1_000_000 + number).dropFirst())
    return InboxRow(
      item: item(
        number, document: id, kind: kind, step: step, assignee: assignee, due: due, queue: queue,
        outcomes: outcomes),
      title: title, originator: "sam", originatorName: from, total: cents.map(euro),
      documentStatus: .inReview, revision: 3)
  }

  static let inbox = [
    inboxRow(9, "Fair in Lyon", cents: 120_450, due: "2026-03-02T11:00:00Z"),
    inboxRow(12, "Visit Aarhus", due: "2026-03-03T16:00:00Z"),
    inboxRow(14, "Train to Odense", from: "Mia Juhl", cents: 9290, due: "2026-03-06T16:00:00Z"),
    inboxRow(15, "Team dinner", from: "Ivan Petrov", cents: 32_000, due: "2026-03-06T17:00:00Z"),
    inboxRow(11, "Laptop stand", cents: 4500, due: "2026-03-07T16:00:00Z"),
    inboxRow(
      16, "Conference", from: "Jen Dahl", cents: 341_000, kind: .task, step: nil, assignee: nil),
  ]

  static let outcomes = [
    ItemOutcome(name: "call", title: "Call the manager first", answer: .complete),
    ItemOutcome(name: "skip", title: "No call needed", answer: .complete),
    ItemOutcome(name: "wrong", title: "Wrong", answer: .reject),
  ]

  /// A choice, then a task in a queue.
  static let offers = [
    inboxRow(18, "Car hire", kind: .choice, step: nil, outcomes: outcomes),
    inboxRow(19, "Tents", kind: .task, step: nil, assignee: nil, queue: "budget"),
  ]

  static let people = [
    ActionChoice(id: "ann", name: "Ann Lund"),
    ActionChoice(id: "sue", name: "Sue Lind", note: "away: Ann Lund acts for them"),
    ActionChoice(id: "ivan", name: "Ivan Petrov"),
  ]

  static let addressees = [
    ActionChoice(id: "sam", name: "Sam Holt", note: "originator", isUsual: true),
    ActionChoice(id: "ivan", name: "Ivan Petrov", note: "completed, review-receipts"),
    ActionChoice(id: "ann", name: "Ann Lund"),
  ]

  static let lines: [Record] = [
    line("2026-03-03", "travel", "DSB", 34_000, receipts: ["r1.pdf"]),
    line("2026-03-03", "meals", "Cafe", 1250),
    line("2026-03-04", "hotel", "Scandic", 29_700, receipts: ["r2.pdf"], comment: "3 nights"),
    line("2026-03-04", "meals", "Cafe", 1400),
    line("2026-03-04", "taxi", "4x35", 2413),
  ]

  static func line(
    _ day: String, _ category: String, _ merchant: String, _ cents: Int64,
    receipts: [String] = [], comment: String? = nil
  ) -> Record {
    var record = Record()
    record["date"] = Day(iso8601: day).map { .day($0) } ?? .none
    record["category"] = .text(category)
    record["merchant"] = .text(merchant)
    record["amount"] = .money(euro(cents))
    if !receipts.isEmpty { record["receipts"] = .list(receipts.map { .text($0) }) }
    if let comment { record["comment"] = .text(comment) }
    return record
  }

  static func detail(
    _ id: String = "ER-000012", title: String = "Visit Aarhus", status: DocumentStatus = .inReview,
    lines: [Record] = lines, actions: [ActionAvailability]? = nil,
    findings: [DocumentFinding]? = nil, items: [WorkItem]? = nil, revision: Int = 3,
    originator: PersonID = "sam", originatorName: String = "Sam Holt"
  ) -> DocumentDetail {
    let item = item(12, document: id)
    let content = DocumentContent(
      fields: ["purpose": .text(title), "cost-center": "4100"], lines: lines)
    return DocumentDetail(
      document: Document(
        id: DocumentID(id), type: "expense-report", title: title, originator: originator,
        status: status, waitingFor: status == .inReview ? "manager step" : nil,
        total: euro(68_763), revision: revision, content: content, editableBy: nil,
        instance: status == .draft ? nil : InstanceID(12), createdAt: now, submittedAt: now,
        changedAt: stamp("2026-03-02T08:04:00Z")),
      originatorName: originatorName,
      findings: findings ?? [
        DocumentFinding(
          .warning, rule: "receipt-required", message: "a receipt is required over 10.00 EUR",
          line: 2)
      ],
      calculated: ["total": .money(euro(68_763))],
      actions: actions ?? [
        ActionAvailability(.submit, reason: "it is submitted already"),
        ActionAvailability(.recall, reason: "only Sam Holt may recall it"),
        ActionAvailability(.approve, reason: nil, item: item),
        ActionAvailability(.reject, reason: nil, item: item),
        ActionAvailability(.requestChange, reason: nil, item: item),
      ],
      openItems: items ?? (status == .inReview ? [item] : []), next: ["posting", "payment"],
      instances: status == .draft ? [] : [InstanceID(12)])
  }

  static func draft(revision: Int = 1, lines: [Record] = lines) -> DocumentDetail {
    detail(
      "ER-000021", status: .draft, lines: lines,
      actions: [
        ActionAvailability(.submit, reason: nil), ActionAvailability(.edit, reason: nil),
        ActionAvailability(.delete, reason: nil),
        ActionAvailability(.recall, reason: "it is not submitted"),
      ], revision: revision, originator: "frank", originatorName: "Frank Berg")
  }

  static func documentRow(
    _ number: Int, _ title: String, _ status: DocumentStatus, waitingFor: String? = nil,
    cents: Int64? = 68_763, isStopped: Bool = false
  ) -> DocumentRow {
    let id = "ER-" + String(String(1_000_000 + number).dropFirst())
    return DocumentRow(
      id: DocumentID(id), type: "expense-report", title: title, originator: "sam",
      originatorName: "Sam Holt", status: status, waitingFor: waitingFor,
      total: cents.map(euro), revision: 1, instance: status == .draft ? nil : InstanceID(12),
      isStopped: isStopped, createdAt: now, submittedAt: nil,
      changedAt: now.advanced(by: .seconds(-7200)))
  }

  static let documents = [
    documentRow(21, "Visit Aarhus", .draft),
    documentRow(17, "Fair in Oslo", .inReview, waitingFor: "board step", cents: 1_124_000),
    documentRow(14, "Budget meeting", .inReview, cents: 23_600, isStopped: true),
    documentRow(12, "Taxi", .rejected, waitingFor: "your correction", cents: 2413),
    documentRow(8, "Office chairs", DocumentStatus(rawValue: "paid"), cents: 210_000),
  ]

  static func message(
    _ sequence: Int64, _ type: MessageType, _ state: MessageState, document: String = "ER-000012",
    due: Duration = .zero, attempts: Int = 0, error: String? = nil, retry: Duration? = nil
  ) -> Message {
    let isHandled = !state.isPending
    return Message(
      sequence: sequence, instance: InstanceID(7), document: DocumentID(document),
      documentType: "expense-report", type: type,
      payload: Payload(element: ElementPath(["management"]), step: "manager"),
      postedAt: now.advanced(by: .seconds(-1)), postedBy: nil, dueAt: now.advanced(by: due),
      retryAt: retry.map { now.advanced(by: $0) }, attempts: attempts, state: state, error: error,
      startedAt: isHandled ? now.advanced(by: .microseconds(-1400)) : nil,
      handledAt: isHandled ? now.advanced(by: .milliseconds(-1)) : nil)
  }

  static let pending = [
    message(
      1409, .automatedExecution, .stopped, document: "ER-000009", due: .seconds(-7200), attempts: 5,
      error: "ledger: no such file"),
    message(1410, .workItemAnswered, .waiting, document: "ER-000011", due: .seconds(4)),
    message(1412, .elementStarted, .ready),
  ]

  static let handled = [
    message(1411, .acknowledgeWorkflowStarted, .handled, attempts: 1),
    message(1408, .workflowStarted, .handled, attempts: 1),
  ]

  static func overview(isPaused: Bool = false, handled: Int = 952) -> QueueOverview {
    QueueOverview(
      counts: QueueCounts(ready: 1, waiting: 1, stopped: 1, handled: handled),
      settings: BatchJobSettings(isPaused: isPaused, pausedBy: isPaused ? "carol" : nil),
      runner: Runner(process: 4711, isThisProcess: true), lastBatchAt: now,
      waitedMedian: .milliseconds(2), waited99th: .milliseconds(31), at: now)
  }

  static func instanceRow(
    _ number: Int64, _ title: String, _ status: InstanceStatus, element: String? = "management",
    error: String? = nil
  ) -> InstanceRow {
    InstanceRow(
      id: InstanceID(number), workflow: "expense-approval", version: 3,
      document: DocumentID("ER-" + String(String(1_000_000 + number).dropFirst())), title: title,
      originator: "sam", status: status, element: element, savedPoint: 23, error: error,
      createdAt: now.advanced(by: .seconds(-8000)), endedAt: nil)
  }

  static let instances = [
    instanceRow(13, "Fair in Oslo", .pending),
    instanceRow(9, "Fair in Lyon", .stopped, element: "post", error: "ledger: no such file"),
    instanceRow(8, "Office chairs", .completed, element: nil),
  ]
}
