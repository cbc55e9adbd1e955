// The administrator's list of instances, with a filter by status.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 5.
package struct InstancesPage: Sendable {
  static let columns = [
    Column("Instance", .fixed(12), least: 8),
    Column("Document", .fixed(14), least: 9),
    Column("Title", .flexible(minimum: 14, weight: 2), priority: 2, maximum: 40),
    Column("Workflow", .fixed(24), priority: 4, least: 12),
    Column("Status", .fixed(13), least: 9),
    Column("Element", .flexible(minimum: 14, weight: 3), priority: 1, maximum: 60),
    Column("Age", .fixed(5), priority: 3),
  ]

  /// What Tab goes through: all of them, then one status after the other.
  static let statuses: [InstanceStatus?] = [nil] + InstanceStatus.allCases.map { $0 }

  package internal(set) var rows: [InstanceRow] = []
  package var list = ListState(columns: columns)
  package internal(set) var status: InstanceStatus?
  var limit = ListWindow.first
  var isLoaded = false
  var preview: DocumentDetail?

  var selected: InstanceRow? { row(list.selection) }

  func row(_ id: String?) -> InstanceRow? { rows.first { $0.id.description == id } }

  mutating func take(_ window: Window<InstanceRow>) {
    rows = window.rows
    list.hasMore = window.next != nil
    isLoaded = true
  }

  mutating func show(next step: Int) {
    let index = Self.statuses.firstIndex(of: status) ?? 0
    let count = Self.statuses.count
    status = Self.statuses[(index + step + count) % count]
    rows = []
    limit = ListWindow.first
    list.top = 0
    isLoaded = false
  }

  mutating func refresh(_ context: PageContext) {
    let listRows = rows.map { Self.listRow($0, context) }
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar)
  }

  private static func listRow(_ row: InstanceRow, _ context: PageContext) -> ListRow {
    let end = row.endedAt ?? context.now
    let what =
      row.error.map { "! " + Cause.text(of: $0, document: row.document) } ?? row.element ?? "–"
    return ListRow(
      id: row.id.description,
      cells: [
        ListCell(row.id.description), ListCell(row.document.rawValue), ListCell(row.title),
        ListCell("\(row.workflow) v\(row.version)"),
        ListCell(row.status.rawValue, style(of: row.status)),
        ListCell(what, row.error == nil ? .normal : .danger),
        ListCell(
          Age.coarse(end.duration(since: row.createdAt)), .dim,
          order: .number(Double(end.duration(since: row.createdAt).wholeMicroseconds)),
          isTimed: true),
      ], filter: row.filterRow)
  }

  static func style(of status: InstanceStatus) -> Style {
    switch status {
    case .pending: .normal
    case .completed: .good
    case .canceled: .dim
    case .stopped, .unrecoverable: .danger
    }
  }
}
