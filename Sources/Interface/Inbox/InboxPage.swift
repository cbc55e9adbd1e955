// The inbox: my open work items.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 1.
package struct InboxPage: Sendable {
  enum ColumnIndex { static let step = 4, due = 5 }

  static let columns = [
    Column("Document", .fixed(14), least: 9),
    Column("Title", .flexible(minimum: 12, weight: 4), maximum: 60),
    Column("From", .flexible(minimum: 11), priority: 3, maximum: 24, least: 11),
    Column("Amount", .fixed(16), priority: 1, alignment: .right, least: 12),
    Column("Step", .flexible(minimum: 7), priority: 4, maximum: 20, least: 7),
    Column("Due", .fixed(10), priority: 2),
  ]

  /// What was read of it; by due time it is found anywhere without looking at the others.
  var read = ListExcerpt<InboxRow>(
    fields: ["document", "title", "from", "amount", "step", "due"], order: ListOrder("due"))
  package var list = ListState(
    columns: columns, sort: .init(column: ColumnIndex.due, isDescending: false))
  var preview: DocumentDetail?
  /// Those that are answered for good, and stay only below the cursor.
  private(set) var settled: Set<String> = []

  var selected: InboxRow? { row(list.selection) }

  package var rows: [InboxRow] { read.rows }
  var isLoaded: Bool { read.isLoaded }

  func row(_ id: String?) -> InboxRow? { read.row(id) }

  /// Takes in what was read. Rows that were answered a moment ago stay where they are, so that
  /// the answer can be seen and taken back.
  mutating func take(
    _ window: Window<InboxRow>, for request: ListRequest<InboxRow>,
    keeping answered: Set<WorkItemID>
  ) {
    read.take(
      window, for: request, marks: list.marks, keeping: Set(answered.map(\.description)))
  }

  /// An answered row goes that stayed only below the cursor.
  mutating func drop(_ items: Set<WorkItemID>) {
    read.drop(Set(items.map(\.description)))
  }

  mutating func refresh(_ context: PageContext) {
    let listRows = rows.map { Self.listRow($0, context) }
    settled = Set(context.answered.filter(\.value.isOver).map(\.key.description))
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar, reach: read.reach)
  }

  private static func listRow(_ row: InboxRow, _ context: PageContext) -> ListRow {
    let item = row.item
    var cells = [
      ListCell(item.document.rawValue),
      ListCell(row.title),
      ListCell(row.originatorName),
      ListCell(
        row.total?.description ?? "–", order: row.total.map { .number(Double($0.minorUnits)) }),
    ]
    // It is here only until the cursor goes on.
    if context.answered[item.id]?.isOver == true {
      cells = cells.map { ListCell($0.text, .dim, order: $0.order) }
    }
    cells += standing(of: row, context)
    return ListRow(
      id: item.id.description, cells: cells, filter: row.filterRow, amount: row.total)
  }

  private static func standing(of row: InboxRow, _ context: PageContext) -> [ListCell] {
    let item = row.item
    // Step and due time order answered rows too, so that they stay where they were.
    let order = item.dueAt.map { ListCell.Order.number(Double($0.microseconds)) } ?? .absent
    let step =
      switch item.kind {
      case .return: "returned"
      case .changeRequested: "change"
      case .approval, .task, .choice:
        item.queue.map { "@\($0)" } ?? item.step ?? item.element.name
      }
    if let mark = context.answered[item.id] {
      // Short, so that the time that is left is seen.
      let done = mark.action == .requestChange ? "asked back" : mark.action.past
      let time = mark.isOver ? "" : ", u \(context.secondsLeft(until: mark.until)) s"
      let text = "✓ \(done)\(time)"
      return [
        ListCell(
          text, mark.isOver ? .dim : .good, order: .text(step.lowercased()), isTimed: true,
          spansRest: true),
        ListCell("", order: order),
      ]
    }
    if item.assignee == nil, item.kind == .task || item.kind == .choice {
      return [ListCell(step), ListCell("+ accepts", .accent, order: order)]
    }
    guard let due = item.dueAt else { return [ListCell(step), ListCell("–", .dim, order: order)] }
    let isLate = due < context.now
    let text = (isLate ? "! " : "") + context.clock.due(due, now: context.now)
    return [
      ListCell(step), ListCell(text, isLate ? .danger : .normal, order: order, isTimed: true),
    ]
  }
}
