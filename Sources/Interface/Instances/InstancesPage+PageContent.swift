// What the list of instances tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InstancesPage: ListPage {
  var kind: PageKind { .instances }
  var readings: [Reading] { [.instances(status, read.request)] }
  var filterFields: [String] { InstanceRow.filterFields }
  var emptyText: String { status.map { "No instance is \($0.rawValue)." } ?? "No instance yet." }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    // What was read for a status that is no longer shown is dropped.
    guard case .instances(let window) = answer,
      case .instances(let asked, let request) = reading, asked == status
    else { return }
    read.take(window, for: request, marks: list.marks)
  }

  mutating func followLists() { read.follow(&list) }
  mutating func gatherLists() { read.gather(around: list) }
  mutating func wantAll(_ limit: Int) { read.wantAll(list, limit: limit) }

  var selectedDocument: DocumentID? { selected?.document }
  var selectedInstance: InstanceID? { selected?.id }
  var selectedID: String? { selected?.id.description }
  var opening: Opening? { selected.map { .page(.instance(InstancePage(id: $0.id))) } }
  var previewed: DocumentID? { selected?.document }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.top) { InstancesView(page: self).drawStatuses(in: &$0) }
    state.drawList(in: &frame, layout: layout)
    let text = PreviewText(context: state.context)
    state.drawDetail(in: &frame, layout: layout, title: selected.map(text.title)) {
      selected.map { text.body(preview, of: $0.document, error: $0.error) }
    }
  }
}
