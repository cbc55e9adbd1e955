// What the queue page tells of itself: two lists below each other, of which one has the focus.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension QueuePage: ListPage {
  var kind: PageKind { .queue }
  var readings: [Reading] { [.queue(pendingRead.request, handled: handledRead.request)] }
  var listName: String? {
    pane == .pending ? "pending messages" : "of the messages handled last, and none that is pending"
  }
  var filterFields: [String] { Message.filterFields }
  /// Ages are told in seconds.
  var tick: Duration { .seconds(1) }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    guard case .queue(let pending, let done) = answer,
      case .queue(let pendingRequest, let doneRequest) = reading
    else { return }
    pendingRead.take(pending, for: pendingRequest, marks: pendingList.marks)
    handledRead.take(done, for: doneRequest, marks: handledList.marks)
  }

  mutating func followLists() { follow() }
  mutating func gatherLists() { gather() }
  mutating func wantAll(_ limit: Int) {
    pendingRead.wantAll(pendingList, limit: limit)
    handledRead.wantAll(handledList, limit: limit)
  }

  var changes: [String: Set<Int>] {
    pendingList.changed.merging(handledList.changed) { $0.union($1) }
  }

  mutating func clearChanges() {
    pendingList.clearChanges()
    handledList.clearChanges()
  }

  private func panes(_ layout: PageLayout) -> QueueLayout {
    QueueLayout(layout: layout, pending: pendingList.visible.count)
  }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    panes(layout).lists.fit(&pendingList, &handledList)
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    panes(layout).lists.scroll(&pendingList, &handledList, by: distance, at: point)
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    guard let hit = panes(layout).lists.place(at: point) else { return false }
    let clicked: Pane = hit.place == .upper ? .pending : .handled
    let wasSelected = pane == clicked ? list.selection : nil
    pane = clicked
    list.select(clicked: hit.row)
    return list.isOnRow(hit.row) && list.selection == wasSelected
  }

  var selectedDocument: DocumentID? { selected?.document }
  var selectedInstance: InstanceID? { selected?.instance }
  var selectedElement: ElementPath? { selected?.payload.element }
  var selectedID: String? { selected.map { String($0.sequence) } }
  var opening: Opening? { selected.map { .overlay(.message(MessageOverlay(message: $0))) } }

  var count: String? {
    pendingList.countText
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    QueueView(page: self, state: state).draw(in: &frame, layout: layout)
  }
}
