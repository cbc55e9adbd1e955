// What the queue page tells of itself: two lists below each other, of which one has the focus.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension QueuePage: ListPage {
  var kind: PageKind { .queue }
  var readings: [Reading] { [.queue(pendingRead.request, handled: handledRead.request)] }
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
    let panes = panes(layout)
    pendingList.height = max(1, panes.pending.rows)
    handledList.height = max(1, panes.handled.rows)
    pendingList.settle()
    handledList.settle()
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    if panes(layout).handled.contains(point) {
      handledList.scroll(by: distance)
    } else {
      pendingList.scroll(by: distance)
    }
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    let panes = panes(layout)
    if panes.pending.contains(point) {
      pane = .pending
      list.select(clicked: point.row - panes.pending.row)
    } else if panes.handled.contains(point) {
      pane = .handled
      list.select(clicked: point.row - panes.handled.row)
    }
    return false
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
