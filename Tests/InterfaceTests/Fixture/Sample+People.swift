// Sample people, delegations and statistics.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Sample {
  static let organization = Organization(
    name: "Example", currency: .euro, administrators: ["carol"],
    people: [
      Person(id: "ann", name: "Ann Lund", groups: ["directors"]),
      Person(
        id: "sue", name: "Sue Lind", manager: "ann", groups: ["directors", "employees"],
        attributes: ["signing-limit": .money(euro(5_000_000))]),
      Person(
        id: "frank", name: "Frank Berg", mail: "frank@example.org", manager: "sue",
        groups: ["employees"], attributes: ["signing-limit": .money(euro(1_000_000))]),
      Person(id: "ivan", name: "Ivan Petrov", manager: "frank", isDisabled: true),
      Person(id: "carol", name: "Carol Dahl", manager: "sue"),
    ],
    queues: [WorkItemQueue(id: "budget", members: ["sue"])])

  private static var today: Day { Day(iso8601: "2026-03-03") ?? .earliest }

  static let entries = organization.people.map { person in
    PersonEntry(
      row: PersonRow(person, organization, today: today),
      openItems: person.id == "frank" ? 6 : nil)
  }

  static func person(_ id: PersonID) -> PersonDetail {
    let row = entries.first { $0.id == id }?.row ?? entries[0].row
    return PersonDetail(
      row: row, managers: id == "sue" ? [organization.people[0]] : [],
      delegations: delegations, items: Window(rows: inbox, next: nil))
  }

  static func delegation(
    _ number: Int64?, from: PersonID, to: PersonID, scope: StandingDelegation.Scope = .all,
    _ start: String?, _ end: String?
  ) -> DelegationRow {
    let rule = StandingDelegation(
      from: from, to: to, scope: scope, start: start.flatMap { Day(iso8601: $0) },
      end: end.flatMap { Day(iso8601: $0) })
    let stored = number.map {
      StoredDelegation(number: $0, rule: rule, addedBy: from, addedAt: now)
    }
    return DelegationRow(rule, stored: stored, organization, today: today)
  }

  static let delegations = [
    delegation(1, from: "frank", to: "sue", "2026-03-01", "2026-03-10"),
    delegation(2, from: "sue", to: "frank", scope: .type("expense-report"), "2026-05-01", nil),
    delegation(3, from: "frank", to: "ann", "2026-01-01", "2026-01-31"),
    delegation(nil, from: "frank", to: "ivan", nil, nil),
  ]

  // MARK: Statistics

  static func statistics(_ name: String = "management") -> Statistics {
    func summary(_ scale: Int) -> DurationSummary {
      var histogram = DurationHistogram()
      for index in 1...40 { histogram.add(.seconds(index * index * scale)) }
      return DurationSummary(histogram)
    }
    func group(_ element: String?, _ step: String? = nil, person: PersonID? = nil, scale: Int)
      -> GroupStatistics
    {
      GroupStatistics(
        workflow: person == nil ? "expense-approval" : nil,
        element: element.map { ElementPath([$0]) }, step: step, person: person, answered: 40,
        open: 3, overdue: scale > 100 ? 2 : 0, late: 0, waiting: summary(scale),
        working: summary(1),
        slowest: [
          SlowAnswer(
            document: "ER-000009", instance: InstanceID(9), item: WorkItemID(9), person: "frank",
            answeredAt: now, took: .seconds(1_600 * scale)),
          SlowAnswer(
            document: "ER-000004", instance: InstanceID(4), item: WorkItemID(4), person: "sue",
            answeredAt: now, took: .seconds(1_500 * scale)),
        ])
    }
    return Statistics(
      elements: [group("receipts", scale: 10), group(name, scale: 300)],
      steps: [group(name, "manager", scale: 300), group(name, "board", scale: 1_000)],
      people: [group(nil, person: "frank", scale: 100), group(nil, person: "sue", scale: 700)],
      waiting: summary(100), throughput: summary(400),
      periods: (0..<20).map {
        PeriodStatistics(
          start: today.adding(days: $0 * 2 - 40), submitted: $0 % 5 + 1, completed: $0 % 4)
      }, open: 6, overdue: 2, calendar: nil)
  }

  static func counted(took: Duration = .milliseconds(1)) -> StatisticsAnswer {
    StatisticsAnswer(
      statistics: statistics(), workflows: ["expense-approval", "purchase-approval"], at: now,
      took: took)
  }
}
