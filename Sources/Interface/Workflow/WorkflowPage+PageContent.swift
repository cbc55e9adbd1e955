// What a workflow's page tells of itself.

import ApplicationRuntime
import Screen
import Workflow

extension WorkflowPage: PageContent {
  var kind: PageKind { .workflow }
  var readings: [Reading] { version.map { [.workflow($0.workflow, $0.number)] } ?? [] }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    if case .workflow(let detail) = answer, case .workflow(let id, let number) = reading,
      version == VersionName(workflow: id, number: number)
    {
      take(detail)
    }
  }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    guard case .workflow = reading else { return false }
    self.failure = failure
    return true
  }

  private func panes(_ layout: PageLayout) -> WorkflowLayout {
    WorkflowLayout(size: layout.sheet.size)
  }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    flow.fit(flow.diagram == nil ? nil : panes(layout).flow.size)
    finding = max(0, min(finding, findings.count - 1))
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    if panes(layout).side.contains(point.inside(layout.sheet)) {
      select(finding: finding + distance.signum())
    } else {
      flow.origin.row += distance
    }
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    let panes = panes(layout)
    let place = point.inside(layout.sheet)
    if panes.flow.contains(place) {
      pane = .flow
      if let hit = flow.element(at: place.inside(panes.flow)) { flow.element = hit }
    } else if panes.side.contains(place) {
      pane = .findings
    }
    return false
  }

  var selectedElement: ElementPath? { flow.element }
  var selectedID: String? { version.map { "\($0.workflow)@\($0.number)" } }
  var place: String? {
    draft.map { $0.name } ?? version.map { "\($0.workflow) v\($0.number)" }
  }
  var standing: [StatusPart] {
    draft == nil ? [] : [StatusPart("draft", .warning, rank: 1)]
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.sheet) { WorkflowView(page: self, context: state.context).draw(in: &$0) }
  }
}
