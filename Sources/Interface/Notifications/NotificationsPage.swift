// What I was told: the unread first. Beside it what was sent by mail and by commands.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 7.
package struct NotificationsPage: Sendable {
  /// What Tab goes through.
  enum View: Hashable, Sendable, CaseIterable {
    case all, unread
    /// Deliveries by mail or by a command: mine, and everybody's.
    case sent, sentToAll

    var isOfDeliveries: Bool { self == .sent || self == .sentToAll }
  }

  static let columns = [
    Column("", .fixed(1)),
    Column("Notification", .flexible(minimum: 20)),
    Column("Of", .fixed(16), priority: 2, least: 8),
    Column("Document", .fixed(14), priority: 1, least: 9),
    Column("When", .fixed(12), least: 5),
  ]
  static let deliveryColumns = [
    Column("State", .fixed(9), least: 7),
    Column("By", .fixed(7), least: 4),
    Column("To", .flexible(minimum: 8), priority: 2, maximum: 20),
    Column("Notification", .flexible(minimum: 16, weight: 3)),
    Column("Try", .fixed(3), priority: 3, alignment: .right),
    Column("When", .fixed(12), priority: 1, least: 5),
  ]

  var read = ListExcerpt<NotificationRow>(fields: ["read", "text", "event", "document", "when"])
  var deliveriesRead = ListExcerpt<DeliveryRow>(
    fields: ["state", "by", "to", "text", "try", "when"])
  var notificationList = ListState(columns: columns)
  var deliveryList = ListState(columns: deliveryColumns)
  var view = View.all
  /// Read a moment ago: nothing that was read since can know it.
  var readNow: Set<NotificationID> = []

  /// The list of the view.
  package var list: ListState {
    get { view.isOfDeliveries ? deliveryList : notificationList }
    set { if view.isOfDeliveries { deliveryList = newValue } else { notificationList = newValue } }
  }

  package var rows: [NotificationRow] { read.rows }
  package var deliveries: [DeliveryRow] { deliveriesRead.rows }
  var isLoaded: Bool { view.isOfDeliveries ? deliveriesRead.isLoaded : read.isLoaded }

  var selected: NotificationRow? { view.isOfDeliveries ? nil : read.row(list.selection) }

  var selectedDelivery: DeliveryRow? {
    view.isOfDeliveries ? deliveriesRead.row(list.selection) : nil
  }

  func isUnread(_ row: NotificationRow) -> Bool { !row.isRead && !readNow.contains(row.id) }

  /// What a verb means: the marked ones, else the selected one; of them those that are unread.
  var unreadTargets: [NotificationID] {
    guard !view.isOfDeliveries else { return [] }
    let marked = list.markedRows.compactMap { read.row($0.id) }
    let meant = marked.isEmpty ? [selected].compactMap { $0 } : marked
    return meant.filter(isUnread).map(\.id)
  }

  mutating func take(
    _ window: Window<NotificationRow>, for request: ListRequest<NotificationRow>
  ) {
    read.take(window, for: request, marks: notificationList.marks)
    readNow.formIntersection(rows.filter { !$0.isRead }.map(\.id))
  }

  static func views(for viewer: Viewer) -> [View] {
    viewer.isAdministrator ? View.allCases : View.allCases.filter { $0 != .sentToAll }
  }

  mutating func show(next step: Int, for viewer: Viewer) {
    let views = Self.views(for: viewer)
    let index = views.firstIndex(of: view) ?? 0
    view = views[(index + step + views.count) % views.count]
    read.forget()
    deliveriesRead.forget()
    list.top = 0
  }

  mutating func refresh(_ context: PageContext) {
    let listRows =
      view.isOfDeliveries
      ? deliveries.map { Self.listRow($0, context) } : rows.map { listRow($0, context) }
    list.fitColumns(to: listRows)
    list.replace(
      listRows, calendar: context.calendar,
      reach: view.isOfDeliveries ? deliveriesRead.reach : read.reach)
  }

  private func listRow(_ row: NotificationRow, _ context: PageContext) -> ListRow {
    let isUnread = isUnread(row)
    let style: Style = isUnread ? .normal : .dim
    return ListRow(
      id: row.id.description,
      cells: [
        ListCell(isUnread ? "●" : "", .accent, order: .number(isUnread ? 0 : 1)),
        ListCell(row.text, isUnread ? .emphasis : .dim),
        ListCell(spelledOut(row.event.rawValue), style),
        ListCell(row.document?.rawValue ?? "–", row.document == nil ? .dim : style),
        ListCell(
          context.clock.moment(row.at, now: context.now), .dim,
          order: .number(Double(row.at.microseconds)), isTimed: true),
      ], filter: row.filterRow)
  }

  private static func listRow(_ row: DeliveryRow, _ context: PageContext) -> ListRow {
    ListRow(
      id: row.id.description,
      cells: [
        ListCell(row.state.rawValue, style(of: row.state)),
        ListCell(row.transport.rawValue),
        ListCell(context.name(of: row.person)),
        ListCell(
          row.error.map { "! " + $0 } ?? row.text, row.error == nil ? .normal : .danger),
        ListCell(String(row.attempts), .dim, order: .number(Double(row.attempts))),
        ListCell(
          context.clock.moment(row.at, now: context.now), .dim,
          order: .number(Double(row.at.microseconds)), isTimed: true),
      ], filter: row.filterRow)
  }

  private static func style(of state: StoredDelivery.State) -> Style {
    switch state {
    case .waiting: .normal
    case .running: .accent
    case .delivered: .good
    case .failed: .danger
    }
  }
}
