// What an instance's page tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InstancePage: PageContent {
  var kind: PageKind { .instance }
  var readings: [Reading] {
    [.instance(id)] + (message.map { [.moment(id, message: $0)] } ?? [])
  }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    switch (answer, reading) {
    case (.instance(let detail), _) where detail.row.id == id: take(detail)
    case (.moment(let moment), .moment(let asked, let message)) where asked == id:
      take(moment, of: message)
    case (.olderHistory(let rows), .olderHistory(let asked, let before)) where asked == id:
      take(older: rows, before: before)
    default: break
    }
  }

  var readingOfSelection: Reading? { readingOfHistory }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    switch reading {
    case .instance(let asked) where asked == id:
      self.failure = failure
      return true
    case .olderHistory:
      hasOlder = false
      return false
    default: return false
    }
  }

  private func panes(_ layout: PageLayout, _ context: PageContext) -> InstanceLayout {
    InstanceView(page: self, context: context).layout(in: layout.sheet.size)
  }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    let view = InstanceView(page: self, context: context)
    let panes = view.layout(in: layout.sheet.size)
    fit(
      panes, largestScroll: view.largestScroll(in: panes),
      childRow: view.row(ofChild: child, in: panes))
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    let side = panes(layout, context).side
    scroll(by: distance, overHistory: side.contains(point.inside(layout.sheet)))
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    let panes = panes(layout, context)
    let place = point.inside(layout.sheet)
    if panes.flow.contains(place) { select(at: place.inside(panes.flow)) }
    guard panes.side.contains(place) else { return false }
    let view = InstanceView(page: self, context: context)
    guard let hit = view.child(atRow: place.row - panes.side.row + historyTop, in: panes) else {
      pane = .history
      return false
    }
    let isSecond = pane == .children && child == hit
    pane = .children
    child = hit
    return isSecond
  }

  var opening: Opening? { openableInstance.map { .page(.instance(InstancePage(id: $0))) } }
  var selectedDocument: DocumentID? { detail?.row.document }
  var selectedInstance: InstanceID? { id }
  var selectedElement: ElementPath? { element }
  var selectedID: String? { id.description }

  var place: String? { id.description }
  var standing: [StatusPart] {
    guard let row = detail?.row else { return [] }
    return [
      StatusPart("\(row.workflow) v\(row.version)", .statusLine, rank: 2),
      row.parent.map { parent in
        StatusPart(
          (row.line.map { "line \($0)" } ?? "part") + " of \(parent)", .statusLine, rank: 3)
      },
      StatusPart(row.status.rawValue, InstancesPage.style(of: row.status), rank: 1),
    ].compactMap { $0 }
  }

  /// The outline and the history: a drawing says nothing to somebody who cannot see it.
  func words(_ context: PageContext, width: Int) -> [StyledText]? {
    guard detail != nil else { return [StyledText(failure ?? "…")] }
    let outline = OutlineText(elements: outline, glyphs: .unicode).lines.map(\.text)
    let side = SideText(page: self, context: context).lines(width: width)
    let standing = InstanceView(page: self, context: context).headline
    return [standing].compactMap { $0 } + outline + side.map { $0.text ?? StyledText("History") }
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.sheet) { InstanceView(page: self, context: state.context).draw(in: &$0) }
  }
}
