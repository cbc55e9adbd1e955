// What the list of versions tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension WorkflowsPage: ListPage {
  var kind: PageKind { .workflows }
  var readings: [Reading] {
    [.workflows] + (selected.map { [.workflow($0.workflow, $0.version)] } ?? [])
  }
  var filterFields: [String] { WorkflowVersionRow.filterFields }
  var emptyText: String { "No workflow yet. n makes one, or takes one that is shipped." }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    switch answer {
    case .workflows(let rows):
      self.rows = rows
      isLoaded = true
      failed = nil
    case .workflow(let detail):
      self.detail = detail
      flow.show(detail.figure)
    default: break
    }
  }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    guard case .workflow(let id, let version) = reading else { return false }
    failed = .version(id, version)
    return true
  }

  var readingOfSelection: Reading? {
    guard let selected, shownDetail == nil, failed != selectedText else { return nil }
    return .workflow(selected.workflow, selected.version)
  }

  var selectedID: String? { selected.map(Self.id) }
  var opening: Opening? {
    selected.map { .page(.workflow(WorkflowPage(.version($0.workflow, $0.version)))) }
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    state.drawList(in: &frame, layout: layout)
    WorkflowPreview(page: self, context: state.context).draw(in: &frame, layout: layout, state)
  }
}
