// Turns the cases of the travel log into the lines of a batch.

import Foundation
import Workflow

/// A line, the case it belongs to, and the event that the engine should record for it.
struct ReplayLine {
  let caseIndex: Int
  let json: JSON
  let event: ExpectedEvent?
}

/// What the history should say of an event of the log.
struct ExpectedEvent: Hashable, CustomStringConvertible {
  let event: String
  let person: String
  let at: Timestamp
  /// The step or element that was answered; nil for what is no answer.
  var place: String?

  var description: String { "\(event) \(place ?? "") by \(person) at \(at)" }
}

/// The lines of one case, made one event after the other.
struct TravelReplay {
  /// What is to be done for one case. It does not fit when it has events that the process does
  /// not know.
  struct Plan {
    let document: String
    var lines: [(at: Timestamp, line: ReplayLine)] = []
    var fits = true
    var endStatus = "draft"
  }

  private enum Standing { case none, draft, submitted, returned }

  private let travelCase: TravelCase
  private let index: Int
  private var standing = Standing.none
  private(set) var plan: Plan

  init(_ travelCase: TravelCase, index: Int) {
    self.travelCase = travelCase
    self.index = index
    plan = Plan(document: travelCase.name.replacing(" ", with: "-"))
    for (position, event) in travelCase.events.enumerated() { take(event, at: position) }
  }

  private mutating func take(_ event: TravelEvent, at position: Int) {
    switch event.meaning {
    case .saved:
      make(event, tags: nil)
      standing = .draft
    case .submitted: submit(event, tags: rolesUntilNextSubmission(after: position))
    case .approved(let role):
      act("approve", "approved", by: role, event, status: "inReview", place: role)
    case .rejected(let role):
      act(
        "reject", "rejected", by: role, event, status: "rejected", place: role,
        comment: event.name)
      standing = .returned
    case .recalled:
      act("recall", "recalled", by: "employee", event, status: "draft")
      standing = .draft
    case .canceled:
      act("cancel", "canceledByAdministrator", by: "administrator", event, status: "draft")
      standing = .draft
    case .requestedPayment:
      act(
        "complete", "completed", by: "payments", event, status: "inReview",
        place: "request-payment")
    case .handledPayment:
      act(
        "complete", "completed", by: "payments", event, status: "approved",
        place: "handle-payment")
    case .unknown: plan.fits = false
    }
  }

  private mutating func make(_ event: TravelEvent, tags: [String]?) {
    var report: JSONObject = [
      "id": .string(plan.document), "purpose": .string(travelCase.name),
      "lines": [
        [
          "date": .string(String(event.at.iso8601.prefix(10))), "category": "travel",
          "amount": .string(amount),
        ]
      ],
    ]
    if let tags { report["tags"] = .array(tags.map { .string($0) }) }
    add(
      ["as": "employee", "do": "report new", "report": .object(report)], event,
      records: ExpectedEvent(event: "created", person: "employee", at: event.at))
  }

  private mutating func submit(_ event: TravelEvent, tags: [String]) {
    if standing == .none {
      make(event, tags: tags)
    } else {
      let fields: JSON = ["tags": .array(tags.map { .string($0) })]
      add(
        [
          "as": "employee", "do": "report set", "document": .string(plan.document),
          "fields": fields,
        ], event, records: nil)
    }
    let isReturned = standing == .returned
    act(
      isReturned ? "resubmit" : "submit", isReturned ? "resubmitted" : "submitted",
      by: "employee", event, status: "inReview")
    standing = .submitted
  }

  private mutating func act(
    _ name: String, _ recorded: String, by person: String, _ event: TravelEvent, status: String,
    place: String? = nil, comment: String? = nil
  ) {
    var line: JSONObject = [
      "as": .string(person), "do": .string(name), "document": .string(plan.document),
    ]
    if let comment { line["comment"] = .string(comment) }
    add(
      line, event,
      records: ExpectedEvent(event: recorded, person: person, at: event.at, place: place))
    plan.endStatus = status
  }

  private mutating func add(
    _ line: JSONObject, _ event: TravelEvent, records expected: ExpectedEvent?
  ) {
    var line = line
    line["at"] = .string(event.at.iso8601)
    plan.lines.append(
      (event.at, ReplayLine(caseIndex: index, json: .object(line), event: expected)))
  }

  private func rolesUntilNextSubmission(after position: Int) -> [String] {
    var roles: [String] = []
    for event in travelCase.events[(position + 1)...] {
      if event.meaning == .submitted { break }
      if let role = event.approvingRole, !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// The amount of the case in cents, at least one of them.
  private var amount: String {
    let cents = max(1, Int(((Double(travelCase.amount) ?? 0) * 100).rounded()))
    let rest = String(cents % 100)
    return "\(cents / 100)." + (rest.count < 2 ? "0" + rest : rest)
  }
}
