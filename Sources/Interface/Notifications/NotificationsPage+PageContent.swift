// What the page of notifications tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension NotificationsPage: ListPage {
  var kind: PageKind { .notifications }
  var readings: [Reading] {
    switch view {
    case .all, .unread: [.notifications(isUnreadOnly: view == .unread, read.request)]
    case .sent, .sentToAll:
      [.deliveries(ofEverybody: view == .sentToAll, deliveriesRead.request)]
    }
  }
  var filterFields: [String] {
    view.isOfDeliveries ? DeliveryRow.filterFields : NotificationRow.filterFields
  }
  var emptyText: String {
    switch view {
    case .all: "Nobody told you anything yet."
    case .unread: "You have read everything."
    case .sent, .sentToAll: "Nothing was sent. e chooses what is sent to you."
    }
  }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    // What was read for another view is dropped.
    switch (answer, reading) {
    case (.notifications(let window), .notifications(let isUnreadOnly, let request))
    where !view.isOfDeliveries && isUnreadOnly == (view == .unread):
      take(window, for: request)
    case (.deliveries(let window), .deliveries(let ofEverybody, let request))
    where view.isOfDeliveries && ofEverybody == (view == .sentToAll):
      deliveriesRead.take(window, for: request, marks: deliveryList.marks)
    default: break
    }
  }

  mutating func followLists() {
    if view.isOfDeliveries {
      deliveriesRead.follow(&deliveryList)
    } else {
      read.follow(&notificationList)
    }
  }

  mutating func gatherLists() {
    if view.isOfDeliveries {
      deliveriesRead.gather(around: deliveryList)
    } else {
      read.gather(around: notificationList)
    }
  }

  mutating func wantAll(_ limit: Int) {
    read.wantAll(notificationList, limit: limit)
    deliveriesRead.wantAll(deliveryList, limit: limit)
  }

  var selectedDocument: DocumentID? { selected?.document ?? selectedDelivery?.document }
  var selectedInstance: InstanceID? { selected?.instance }
  var selectedElement: ElementPath? { selected?.element }
  var selectedID: String? { selectedDocument?.rawValue ?? list.selection }
  var opening: Opening? {
    if let id = selectedDocument { return .document(id, "", selectedElement) }
    let text = selected?.text ?? selectedDelivery.map { $0.error ?? $0.text }
    return text.map { .overlay(.text(TextOverlay(title: "Notification", lines: [$0]))) }
  }

  mutating func noteOpening(_ context: PageContext) -> [Effect] {
    guard let selected, isUnread(selected) else { return [] }
    readNow.insert(selected.id)
    return [.markRead([selected.id], as: context.viewer.actor)]
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.top) { drawViews(in: &$0, viewer: state.viewer) }
    state.drawList(in: &frame, layout: layout)
    let text = NotificationDetail(context: state.context)
    let title = selected.map(text.title) ?? selectedDelivery.map(text.title)
    state.drawDetail(in: &frame, layout: layout, title: title) { width in
      selected.map { text.lines($0, width: width) }
        ?? selectedDelivery.map { text.lines($0, width: width) } ?? []
    }
  }

  private func drawViews(in canvas: inout Canvas, viewer: Viewer) {
    var text = StyledText("Tab: ", .dim)
    for (index, view) in Self.views(for: viewer).enumerated() {
      if index > 0 { text.append(" · ", .dim) }
      let name =
        switch view {
        case .all: "all"
        case .unread: "unread"
        case .sent: "sent to me"
        case .sentToAll: "sent to everybody"
        }
      text.append(name, view == self.view ? .emphasis.underlined() : .dim)
    }
    canvas.write(text, column: 1, row: 0, width: max(0, canvas.columns - 2))
  }
}
