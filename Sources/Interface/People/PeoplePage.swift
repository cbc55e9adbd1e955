// Who acts for whom, and who is there.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 8: standing delegations above, the organisation below.
package struct PeoplePage: Sendable {
  enum Pane: Hashable, Sendable { case delegations, people }

  static let delegationColumns = [
    Column("State", .fixed(8)),
    Column("From", .flexible(minimum: 10), maximum: 24),
    Column("To", .flexible(minimum: 10), maximum: 24),
    Column("Since", .fixed(11), priority: 1),
    Column("Until", .fixed(11)),
    Column("Of", .flexible(minimum: 8), priority: 2, maximum: 30),
    Column("By", .flexible(minimum: 6), priority: 3, maximum: 20),
  ]
  static let peopleColumns = [
    Column("Name", .flexible(minimum: 12, weight: 2), maximum: 30),
    Column("Id", .flexible(minimum: 6), priority: 3, maximum: 16, least: 4),
    Column("Manager", .flexible(minimum: 10), maximum: 24, least: 8),
    Column("Groups", .flexible(minimum: 10, weight: 2), priority: 2, maximum: 40),
    Column("Queues", .flexible(minimum: 6), priority: 4, maximum: 24),
    Column("Signs up to", .fixed(16), priority: 1, alignment: .right, least: 11),
    Column("Open", .fixed(5), priority: 5, alignment: .right),
  ]

  package internal(set) var delegations: [DelegationRow] = []
  package internal(set) var people: [PersonEntry] = []
  var delegationList = ListState(columns: delegationColumns)
  var peopleList = ListState(columns: peopleColumns)
  var pane = Pane.people
  var hasDelegations = false
  var hasPeople = false

  /// The list that has the focus.
  package var list: ListState {
    get { pane == .delegations ? delegationList : peopleList }
    set { if pane == .delegations { delegationList = newValue } else { peopleList = newValue } }
  }

  var selectedDelegation: DelegationRow? {
    guard pane == .delegations, let id = delegationList.selection else { return nil }
    return delegations.enumerated().first { Self.id(of: $0.element, $0.offset) == id }?.element
  }

  var selectedPerson: PersonEntry? {
    pane == .people ? people.first { $0.id.rawValue == peopleList.selection } : nil
  }

  mutating func switchPane() { pane = pane == .delegations ? .people : .delegations }

  /// Its number; one of the organisation's file has none.
  private static func id(of row: DelegationRow, _ index: Int) -> String {
    row.number.map { "\($0)" } ?? "file \(index)"
  }

  mutating func refresh(_ context: PageContext) {
    let rules = delegations.enumerated().map { listRow($0.element, $0.offset, context) }
    delegationList.fitColumns(to: rules)
    delegationList.replace(rules, calendar: context.calendar)
    let rows = people.map { Self.listRow($0, context) }
    peopleList.fitColumns(to: rows)
    peopleList.replace(rows, calendar: context.calendar)
  }

  private func listRow(_ row: DelegationRow, _ index: Int, _ context: PageContext) -> ListRow {
    let today = context.clock.day(of: context.now)
    let state = DelegationState(row, today: today)
    var cells = [ListCell(state.rawValue, state.style)]
    if let number = row.number,
      let deletion = context.deletions.first(where: { $0.delegation == number })
    {
      let left = context.secondsLeft(until: deletion.at)
      cells.append(ListCell("✗ removed, u \(left) s", .warning, isTimed: true, spansRest: true))
      cells += (0..<5).map { _ in ListCell("") }
    } else {
      cells += [
        ListCell(row.fromName), ListCell(row.toName), Self.day(row.rule.start, "–"),
        Self.day(row.rule.end, "for ever"), ListCell(row.rule.scope.words),
        ListCell(row.addedBy.map { context.name(of: $0) } ?? "the file", .dim),
      ]
    }
    return ListRow(
      id: Self.id(of: row, index), cells: cells, filter: row.filterRow(state: state))
  }

  private static func day(_ day: Day?, _ none: String) -> ListCell {
    guard let day else { return ListCell(none, .dim, order: .absent) }
    return ListCell(day.long, order: .text(day.iso8601))
  }

  private static func listRow(_ entry: PersonEntry, _ context: PageContext) -> ListRow {
    let person = entry.row.person
    let style: Style = entry.row.isActive ? .normal : .dim
    let sign = entry.row.isAdministrator ? " (administrator)" : entry.row.isActive ? "" : " (off)"
    let open = entry.openItems ?? 0
    return ListRow(
      id: person.id.rawValue,
      cells: [
        ListCell(person.name + sign, style), ListCell(person.id.rawValue, .dim),
        ListCell(
          person.manager.map { context.name(of: $0) } ?? "–",
          person.manager == nil ? .dim : style),
        ListCell(entry.row.groups.map(\.description).joined(separator: ", "), style),
        ListCell(entry.row.queues.map { "@\($0)" }.joined(separator: ", "), style),
        ListCell(entry.signingLimit, style),
        ListCell(open > 0 ? "\(open)" : "", style, order: .number(Double(open))),
      ], filter: entry.row.filterRow)
  }
}
