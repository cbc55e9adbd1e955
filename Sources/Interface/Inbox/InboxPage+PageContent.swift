// What the inbox tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InboxPage: ListPage {
  var kind: PageKind { .inbox }
  var readings: [Reading] { [.inbox(read.request)] }
  var filterFields: [String] { InboxRow.filterFields }
  var emptyText: String { "Nothing waits for you. Yours are under Reports." }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    guard case .inbox(let window) = answer, case .inbox(let request) = reading else { return }
    take(window, for: request, keeping: Set(context.answered.keys))
  }

  mutating func followLists() { read.follow(&list) }
  mutating func gatherLists() { read.gather(around: list) }
  mutating func wantAll(_ limit: Int) { read.wantAll(list, limit: limit) }

  var selectedDocument: DocumentID? { selected?.item.document }
  var selectedInstance: InstanceID? { selected?.item.instance }
  var selectedElement: ElementPath? { selected?.item.element }
  var selectedID: String? { selected?.item.document.rawValue }
  var opening: Opening? {
    selected.map { .document($0.item.document, $0.item.documentType, $0.item.element) }
  }
  var previewed: DocumentID? { selected?.item.document }

  /// How many there are, and how many of my queues nobody has accepted, queue by queue.
  var count: String? {
    let more = list.reach == nil ? "" : "+"
    let offered = Dictionary(grouping: rows.filter { $0.item.assignee == nil }, by: \.item.queue)
    let queues = offered.compactMap { queue, rows in queue.map { "@\($0) \(rows.count)\(more)" } }
    // What was read whole has what is settled among it.
    let left = list.reach == nil ? list.visible.count { settled.contains($0.id) } : 0
    let count = left > 0 ? "\(list.passing - left) of \(list.total - left)" : list.countText
    return ([count] + queues.sorted())
      .joined(separator: ", ")
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    state.drawList(in: &frame, layout: layout)
    let text = PreviewText(context: state.context)
    state.drawDetail(in: &frame, layout: layout, title: selected.map { text.title($0, preview) }) {
      selected.map { text.body(preview, of: $0.item.document) }
    }
  }
}
