// The workflows with all their versions, by type and workflow.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 6.
package struct WorkflowsPage: Sendable {
  static let columns = [
    Column("Type", .fixed(22), priority: 3, least: 8),
    Column("Workflow", .flexible(minimum: 14, weight: 2), maximum: 40, least: 10),
    Column("Ver", .fixed(4), alignment: .right, least: 3),
    Column("State", .fixed(8), least: 6),
    Column("Runs", .fixed(6), priority: 1, alignment: .right, least: 4),
    Column("Findings", .flexible(minimum: 10), priority: 2, maximum: 24, least: 8),
    Column("Saved", .fixed(12), priority: 4, least: 5),
    Column("By", .flexible(minimum: 8), priority: 5, maximum: 24, least: 4),
  ]

  package internal(set) var rows: [WorkflowVersionRow] = []
  package var list = ListState(columns: columns)
  var isLoaded = false
  /// What was read of the selected version.
  package internal(set) var detail: WorkflowVersionDetail?
  /// A version that could not be read; it is not tried again until there is news.
  var failed: WorkflowText?
  var flow = DiagramCursor()

  static func id(of row: WorkflowVersionRow) -> String { "\(row.workflow)@\(row.version)" }

  package var selected: WorkflowVersionRow? {
    rows.first { Self.id(of: $0) == list.selection }
  }

  /// The selected version as something to read.
  var selectedText: WorkflowText? { selected.map { .version($0.workflow, $0.version) } }

  /// What was read, as long as it is of the selected version.
  var shownDetail: WorkflowVersionDetail? {
    guard let detail, let selected, detail.row.workflow == selected.workflow,
      detail.row.version == selected.version
    else { return nil }
    return detail
  }

  mutating func refresh(_ context: PageContext) {
    let listRows = rows.map { Self.listRow($0, context) }
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar)
  }

  private static func listRow(_ row: WorkflowVersionRow, _ context: PageContext) -> ListRow {
    let saved = context.clock.moment(row.savedAt, now: context.now)
    return ListRow(
      id: id(of: row),
      cells: [
        ListCell(row.typeTitle, .dim), ListCell(row.workflow.rawValue),
        ListCell(String(row.version), order: .number(Double(row.version))),
        ListCell(row.isActive ? "active" : "saved", row.isActive ? .good : .dim),
        ListCell(
          runs(row), row.openInstances == 0 ? .dim : .normal,
          order: .number(Double(row.openInstances))),
        ListCell(
          row.findingsInList, row.findingsStyle,
          order: .number(Double(row.errors.count * 1_000 + row.warnings.count))),
        ListCell(
          saved, .dim, order: .number(Double(row.savedAt.microseconds)), isTimed: true),
        ListCell(row.savedByName ?? "–", .dim),
      ], filter: row.filterRow)
  }

  private static func runs(_ row: WorkflowVersionRow) -> String {
    row.openInstances == 0 && !row.hasMoreInstances
      ? "–" : "\(row.openInstances)\(row.hasMoreInstances ? "+" : "")"
  }
}

extension WorkflowVersionRow {
  /// `2 errors, 1 warning`, or that there are none.
  var findingsInWords: String {
    let parts = [
      errors.isEmpty ? nil : plural(errors.count, "error"),
      warnings.isEmpty ? nil : plural(warnings.count, "warning"),
    ].compactMap { $0 }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  /// The same in a column: `1 error of 2`.
  var findingsInList: String {
    errors.isEmpty || warnings.isEmpty
      ? findingsInWords : "\(plural(errors.count, "error")) of \(findings.count)"
  }

  var findingsStyle: Style { errors.isEmpty ? warnings.isEmpty ? .dim : .warning : .danger }

  /// `expense-approval version 3`
  var name: String { "\(workflow) version \(version)" }

  /// `12 instances run it`
  var runsInWords: String {
    let count = hasMoreInstances ? "\(openInstances) or more" : "\(openInstances)"
    switch openInstances {
    case 0 where !hasMoreInstances: return "no instance runs it"
    case 1 where !hasMoreInstances: return "1 instance runs it"
    default: return "\(count) instances run it"
    }
  }
}
