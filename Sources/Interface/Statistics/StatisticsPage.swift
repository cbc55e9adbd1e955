// How long things take, how much is done, what is late.

import ApplicationRuntime
import Foundation
import Screen
import Workflow
import WorkflowRuntime

/// Page 9, for administrators.
package struct StatisticsPage: Sendable {
  /// What Tab goes through.
  enum Grouping: String, Hashable, Sendable, CaseIterable { case elements, steps, people }

  static let columns = [
    Column("Name", .flexible(minimum: 16, weight: 2), maximum: 44),
    Column("Workflow", .flexible(minimum: 12), priority: 6, maximum: 26),
    Column("Done", .fixed(6), alignment: .right, least: 4),
    Column("Open", .fixed(6), priority: 3, alignment: .right, least: 4),
    Column("Late", .fixed(6), priority: 1, alignment: .right, least: 4),
    Column("p50", .fixed(7), alignment: .right, least: 5),
    Column("p90", .fixed(7), priority: 2, alignment: .right, least: 5),
    Column("Max", .fixed(7), priority: 4, alignment: .right, least: 5),
    Column("Waits", .fixed(10), priority: 5),
  ]
  static let filterFields = [
    "name", "workflow", "element", "step", "person", "done", "open", "late", "p50", "p90", "max",
    "work-p50", "work-p90", "work-max",
  ]
  /// Counting that takes no longer is done again with every commit.
  private static let instant: Duration = .milliseconds(50)

  package var list = ListState(columns: columns)
  package internal(set) var request = StatisticsRequest()
  var grouping = Grouping.elements
  /// What was counted, and for which request.
  package internal(set) var answer: StatisticsAnswer?
  var answered: StatisticsRequest?
  /// Why it could not be counted.
  var failure: String?
  var workflows: [WorkflowID] = []

  var groups: [GroupStatistics] {
    guard let statistics = answer?.statistics else { return [] }
    return switch grouping {
    case .elements: statistics.elements
    case .steps: statistics.steps
    case .people: statistics.people
    }
  }

  /// Whether what is shown is what was asked for.
  var isCurrent: Bool { answered == request }
  /// Whether it is counted again whenever something happens.
  var isLive: Bool { isCurrent && answer.map { $0.took <= Self.instant } ?? false }

  var selected: GroupStatistics? { groups.first { Self.id(of: $0) == list.selection } }

  static func id(of group: GroupStatistics) -> String {
    [
      group.workflow?.rawValue, group.element?.description, group.step, group.person?.rawValue,
    ].map { $0 ?? "" }.joined(separator: "\u{1}")
  }

  mutating func take(_ answer: StatisticsAnswer, for request: StatisticsRequest) {
    guard request == self.request else { return }
    self.answer = answer
    answered = request
    failure = nil
    workflows = answer.workflows
  }

  mutating func show(next step: Int) {
    let all = Grouping.allCases
    let index = all.firstIndex(of: grouping) ?? 0
    grouping = all[(index + step + all.count) % all.count]
    list.top = 0
  }

  /// False at the end.
  mutating func movePeriod(by step: Int) -> Bool {
    let all = StatisticsRequest.Period.allCases
    let index = (all.firstIndex(of: request.period) ?? 0) + step
    guard all.indices.contains(index) else { return false }
    request.period = all[index]
    return true
  }

  /// All of them, then one after the other.
  mutating func moveWorkflow(by step: Int) {
    let all = [nil] + workflows.map { Optional($0) }
    let index = all.firstIndex(of: request.workflow) ?? 0
    request.workflow = all[(index + step + all.count) % all.count]
  }

  mutating func refresh(_ context: PageContext) {
    let rows = groups.map { Self.listRow($0, context) }
    list.fitColumns(to: rows)
    list.replace(rows, calendar: context.calendar)
  }

  /// How a group is called, beside its workflow.
  static func name(of group: GroupStatistics, _ context: PageContext) -> String {
    if let person = group.person { return context.name(of: person) }
    return [group.element?.description, group.step].compactMap { $0 }.joined(separator: " · ")
  }

  private static func listRow(_ group: GroupStatistics, _ context: PageContext) -> ListRow {
    let name = name(of: group, context)
    let waiting = group.waiting
    let spread = waiting.count > 0 ? Sparkline.text(waiting.spread.map(Double.init), width: 10) : ""
    return ListRow(
      id: id(of: group),
      cells: [
        ListCell(name), ListCell(group.workflow?.rawValue ?? "–", .dim),
        number(group.answered), number(group.open),
        number(group.overdue, group.overdue > 0 ? .danger : .dim),
        age(waiting.median), age(waiting.p90), age(waiting.longest),
        ListCell(
          spread, .accent, exported: waiting.spread.map { "\($0)" }.joined(separator: " ")),
      ], filter: filterRow(group, name: name))
  }

  private static func number(_ value: Int, _ style: Style = .normal) -> ListCell {
    ListCell(
      value == 0 ? "–" : "\(value)", value == 0 ? .dim : style, order: .number(Double(value)))
  }

  private static func age(_ duration: Duration?) -> ListCell {
    guard let duration else { return ListCell("–", .dim, order: .absent) }
    return ListCell(
      Age.text(duration), order: .number(Double(duration.wholeMicroseconds)))
  }

  /// Durations in seconds.
  private static func filterRow(_ group: GroupStatistics, name: String) -> FilterRow {
    var fields: [String: FilterValue] = [
      "name": .text(name), "workflow": .text(group.workflow?.rawValue ?? ""),
      "element": .text(group.element?.description ?? ""), "step": .text(group.step ?? ""),
      "person": .text(group.person?.rawValue ?? ""), "done": .number(Decimal(group.answered)),
      "open": .number(Decimal(group.open)), "late": .number(Decimal(group.overdue)),
    ]
    for (prefix, summary) in [("", group.waiting), ("work-", group.working)] {
      for (key, value) in [
        ("p50", summary.median), ("p90", summary.p90), ("max", summary.longest),
      ] {
        fields[prefix + key] = value.map {
          .number(Decimal($0.wholeMicroseconds / 1_000) / 1_000)
        }
      }
    }
    return FilterRow(
      texts: [name, group.workflow?.rawValue ?? "", group.person?.rawValue ?? ""], fields: fields)
  }
}
