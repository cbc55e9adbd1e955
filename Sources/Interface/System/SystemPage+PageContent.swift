// What the system page tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension SystemPage: PageContent {
  var kind: PageKind { .system }
  var readings: [Reading] { [.system(ways: Self.ways)] }
  var isLoaded: Bool { overview != nil }
  /// Short while something moves, and only then.
  var tick: Duration { flow.isMoving ? SystemFlow.cellTime : .seconds(30) }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    guard case .system(let overview) = answer else { return }
    self.overview = overview
    flow.take(overview, at: context.uptime)
    if !overview.settings.isPaused { stepped = nil }
  }

  mutating func advance(to uptime: Duration) { flow.advance(to: uptime) }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    let figure = SystemLayout(layout).figure
    for arrow in SystemArrow.allCases {
      flow.lengths[arrow] = figure.paths[arrow]?.cells.count ?? 0
    }
  }

  mutating func move(by distance: Int) { move(distance < 0 ? Diagram.Heading.up : .down) }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    if box == .handlers {
      handler = min(max(0, handler + distance.signum()), handlerRows.count - 1)
    }
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    let places = SystemLayout(layout)
    guard let clicked = places.figure.contains(point.inside(places.place)) else { return false }
    defer { box = clicked }
    guard clicked == .handlers, let rect = places.figure.boxes[.handlers] else {
      return clicked == box
    }
    let row = point.row - places.place.row - rect.row - 2
    guard handlerRows.indices.contains(row) else { return false }
    defer { handler = row }
    return box == .handlers && handler == row
  }

  var selectedDocument: DocumentID? { way?.message.document }
  var selectedInstance: InstanceID? { way?.message.instance }
  var selectedElement: ElementPath? { way?.message.payload.element }
  var selectedID: String? { way.map { String($0.message.sequence) } }

  var standing: [StatusPart] {
    stepped == nil ? [] : [StatusPart("stepping", .warning, rank: 1)]
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    SystemView(page: self, state: state).draw(in: &frame, layout: layout)
  }
}
