// What the page of my documents tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension ReportsPage: ListPage {
  var kind: PageKind { .reports }
  var readings: [Reading] { [.documents(read.request)] }
  var filterFields: [String] { DocumentRow.filterFields }
  var emptyText: String { "No reports yet. n begins one." }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    guard case .documents(let window) = answer, case .documents(let request) = reading else {
      return
    }
    read.take(window, for: request, marks: list.marks)
  }

  mutating func followLists() { read.follow(&list) }
  mutating func gatherLists() { read.gather(around: list) }
  mutating func wantAll(_ limit: Int) { read.wantAll(list, limit: limit) }

  var selectedDocument: DocumentID? { selected?.id }
  var selectedInstance: InstanceID? { selected?.instance }
  var selectedID: String? { selected?.id.rawValue }
  var opening: Opening? { selected.map { .document($0.id, $0.type, nil) } }
  var previewed: DocumentID? { selected?.id }
  var explained: DocumentID? { selected.flatMap { $0.isStopped ? $0.id : nil } }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.top) { drawStatuses(in: &$0) }
    state.drawList(in: &frame, layout: layout)
    let text = PreviewText(context: state.context)
    state.drawDetail(in: &frame, layout: layout, title: selected.map(text.title)) {
      selected.map { text.body(preview, of: $0, explanation) }
    }
  }
}
