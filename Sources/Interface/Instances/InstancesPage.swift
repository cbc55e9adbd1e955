// The administrator's list of instances, with a filter by status.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 5.
package struct InstancesPage: Sendable {
  static let columns = [
    Column("Instance", .fixed(18), least: 8),
    Column("Document", .fixed(14), least: 9),
    Column("Title", .flexible(minimum: 14, weight: 2), priority: 2, maximum: 40),
    Column("Workflow", .fixed(24), priority: 4, least: 12),
    Column("Status", .fixed(13), least: 9),
    Column("Element", .flexible(minimum: 14, weight: 3), priority: 1, maximum: 60),
    Column("Age", .fixed(5), priority: 3),
  ]

  /// What Tab goes through: all of them, then one status after the other.
  static let statuses: [InstanceStatus?] = [nil] + InstanceStatus.allCases.map { $0 }

  var read = ListExcerpt<InstanceRow>(
    fields: ["instance", "document", "title", "workflow", "status", "element", "age"])
  package var list = ListState(columns: columns)
  package internal(set) var status: InstanceStatus?
  var preview: DocumentDetail?

  var selected: InstanceRow? { row(list.selection) }

  package var rows: [InstanceRow] { read.rows }
  var isLoaded: Bool { read.isLoaded }

  func row(_ id: String?) -> InstanceRow? { read.row(id) }

  mutating func show(next step: Int) {
    let index = Self.statuses.firstIndex(of: status) ?? 0
    let count = Self.statuses.count
    status = Self.statuses[(index + step + count) % count]
    read.forget()
    list.top = 0
  }

  mutating func refresh(_ context: PageContext) {
    // In a longer list the window would tear families apart: there a child names its parent.
    let ordered = read.reach == nil ? InstanceFamily.ordered(rows) : rows.map { ($0, 0) }
    let listRows = ordered.map { Self.listRow($0.row, depth: $0.depth, context) }
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar, reach: read.reach)
  }

  private static func listRow(
    _ row: InstanceRow, depth: Int, _ context: PageContext
  ) -> ListRow {
    let age = context.now.duration(since: row.createdAt)
    let what =
      row.error.map { "! " + Cause.text(of: $0, document: row.document) } ?? row.element ?? "–"
    return ListRow(
      id: row.id.description,
      cells: [
        ListCell(
          String(repeating: "  ", count: depth) + row.id.description,
          order: .text(row.id.description)),
        ListCell(row.document.rawValue), ListCell(title(of: row, isBelowParent: depth > 0)),
        ListCell("\(row.workflow) v\(row.version)"),
        ListCell(spelledOut(row.status.rawValue), style(of: row.status)),
        ListCell(what, row.error == nil ? .normal : .danger),
        ListCell(
          Age.coarse(age), .dim, order: .number(Double(age.wholeMicroseconds)), isTimed: true),
      ], filter: row.filterRow)
  }

  /// A child says which line it is about; and whose it is, where it does not stand below that.
  private static func title(of row: InstanceRow, isBelowParent: Bool) -> String {
    guard let parent = row.parent else { return row.title }
    let part = row.line.map { "line \($0)" } ?? "part"
    return isBelowParent ? "\(part) · \(row.title)" : "\(part) of \(parent) · \(row.title)"
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
