// What a simulation's page tells of itself.

import ApplicationRuntime
import Screen
import Workflow

extension SimulationPage: PageContent {
  var kind: PageKind { .simulation }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    flow.fit(
      flow.diagram == nil ? nil : SimulationLayout(size: layout.sheet.size).panes.flow.size)
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    let panes = SimulationLayout(size: layout.sheet.size).panes
    if panes.flow.contains(point.inside(layout.sheet)) {
      flow.origin.row += distance
    } else {
      go(to: index + distance.signum())
    }
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    let panes = SimulationLayout(size: layout.sheet.size).panes
    let place = point.inside(layout.sheet)
    guard panes.flow.contains(place) else { return false }
    if let hit = flow.element(at: place.inside(panes.flow)),
      let step = steps.firstIndex(where: { $0.isOfWorkflow && $0.element == hit })
    {
      go(to: step)
    }
    return false
  }

  var selectedDocument: DocumentID? { report.documentID }
  var selectedElement: ElementPath? { flow.element }
  var selectedID: String? { report.documentID?.rawValue }
  var place: String? { "\(report.workflow) simulated" }
  var count: String? { "\(index + 1) of \(steps.count)" }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.sheet) {
      SimulationView(page: self, context: state.context).draw(in: &$0)
    }
  }
}
