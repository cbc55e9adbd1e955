// My documents, by status, with what each waits for.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 2.
package struct ReportsPage: Sendable {
  static let columns = [
    Column("Document", .fixed(14), least: 9),
    Column("Title", .flexible(minimum: 12, weight: 3), maximum: 60),
    Column("Status", .fixed(18), least: 9),
    Column("Amount", .fixed(16), priority: 2, alignment: .right, least: 12),
    Column(
      "Waits for", .flexible(minimum: 18, weight: 2), priority: 1, maximum: 60, least: 12),
    Column("Changed", .fixed(7), priority: 3),
  ]

  var read = ListExcerpt<DocumentRow>(
    fields: ["document", "title", "status", "amount", "waiting", "changed"])
  package var list = ListState(columns: columns)
  var preview: DocumentDetail?
  /// Why the selected document is stopped.
  var explanation: Explanation?

  var selected: DocumentRow? { row(list.selection) }

  package var rows: [DocumentRow] { read.rows }
  var isLoaded: Bool { read.isLoaded }

  func row(_ id: String?) -> DocumentRow? { read.row(id) }

  mutating func refresh(_ context: PageContext) {
    let listRows = rows.map { Self.listRow($0, context) }
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar, reach: read.reach)
  }

  private static func listRow(_ row: DocumentRow, _ context: PageContext) -> ListRow {
    let changed = ListCell(
      Age.coarse(context.now.duration(since: row.changedAt)), .dim,
      order: .number(Double(row.changedAt.microseconds)), isTimed: true)
    var cells = [ListCell(row.id.rawValue), ListCell(row.title)]
    if let deletion = context.deletions.first(where: { $0.document == row.id }) {
      let left = context.secondsLeft(until: deletion.at)
      cells.append(ListCell("✗ deleted, u \(left) s", .warning, isTimed: true, spansRest: true))
      cells += [ListCell(""), ListCell("")]
    } else {
      cells += [
        row.isStopped
          ? ListCell("stopped", .danger) : ListCell(row.status.inLine, style(of: row.status)),
        ListCell(
          row.total?.description ?? "–", order: row.total.map { .number(Double($0.minorUnits)) }),
        ListCell(row.waitingFor ?? "–", row.waitingFor == nil ? .dim : .normal),
      ]
    }
    cells.append(changed)
    return ListRow(id: row.id.rawValue, cells: cells, filter: row.filterRow, amount: row.total)
  }

  static func style(of status: DocumentStatus) -> Style {
    switch status {
    case .draft: .dim
    case .rejected, .changeRequested: .warning
    case .submitted, .inReview: .normal
    default: .good
    }
  }
}
