// A report of the kill test: what is done with it, and how it must end.

import Workflow

/// One of the reports, and its lines for a batch. Every line may be sent again: it has an id or a
/// key, so that it happens once.
struct ReportPlan {
  enum Course: CaseIterable {
    /// So little that nobody is asked.
    case automatic
    /// Receipts, then the manager.
    case manager
    /// Receipts, a manager with a higher limit, then a director.
    case director
    case rejected
    case recalled
  }

  let id: String
  let course: Course
  private let amount: String

  init(number: Int, random: inout SeededRandom) {
    id = "KILL-\(number)"
    course = Course.allCases[number % Course.allCases.count]
    let whole =
      switch course {
      case .automatic: Int.random(in: 1...99, using: &random)
      case .manager, .rejected, .recalled: Int.random(in: 100...9_999, using: &random)
      case .director: Int.random(in: 10_001...49_999, using: &random)
      }
    amount = "\(whole).\(number % 90 + 10)"
  }

  var end: String {
    switch course {
    case .automatic, .manager, .director: "paid"
    case .rejected: "rejected"
    case .recalled: "draft"
    }
  }

  var isPaid: Bool { end == "paid" }

  /// The lines that make and submit it.
  var beginning: [JSON] {
    let report: JSON = [
      "id": .string(id), "purpose": .string("Journey \(id)"), "costCenter": "4100",
      "lines": [
        [
          "date": "2026-03-01", "category": "travel", "merchant": .string("Train \(id)"),
          "amount": .string(amount), "receipts": ["ticket.pdf"],
        ]
      ],
    ]
    return [
      ["as": "sam", "do": "report new", "report": report],
      line("submit", by: "sam"),
    ]
  }

  /// The lines that answer it.
  var answers: [JSON] {
    switch course {
    case .automatic: []
    case .manager: [line("complete", by: "ivan"), line("approve", by: "frank")]
    case .director:
      [
        line("complete", by: "kim"), line("approve", by: "sue", key: "approve-1"),
        line("approve", by: "bill", key: "approve-2"),
      ]
    case .rejected:
      [line("complete", by: "ivan"), line("reject", by: "frank", comment: "Not this one")]
    case .recalled: [line("complete", by: "ivan"), line("recall", by: "sam")]
    }
  }

  private func line(
    _ action: String, by person: String, key: String? = nil, comment: String? = nil
  ) -> JSON {
    var line: JSONObject = [
      "as": .string(person), "do": .string(action), "document": .string(id),
      "key": .string("\(id) \(key ?? action)"),
    ]
    if let comment { line["comment"] = .string(comment) }
    return .object(line)
  }
}
