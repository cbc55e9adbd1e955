// What a document's page tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension DocumentPage: PageContent {
  var kind: PageKind { editor == nil ? .document : .edit }
  var readings: [Reading] { id.map { [.document($0)] } ?? [] }
  var tick: Duration { editor == nil ? .seconds(30) : .seconds(600) }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    guard case .document(let asked) = reading, asked == id else { return false }
    self.failure = failure
    return true
  }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    guard editor == nil else { return }
    let view = DocumentView(page: self, context: context, table: table)
    scroll = min(max(0, scroll), view.largestScroll(in: layout.body.size))
  }

  mutating func move(by distance: Int) { scroll += distance }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) { scroll += distance }

  var selectedDocument: DocumentID? { id }
  var selectedInstance: InstanceID? { instance }
  var selectedElement: ElementPath? { element }
  var selectedID: String? { id?.rawValue }
  var explained: DocumentID? { needsExplanation ? id : nil }

  var place: String? { id?.rawValue ?? "new" }
  var standing: [StatusPart] {
    var parts: [StatusPart] = []
    if let status = detail?.document.status {
      parts.append(StatusPart(status.inLine, ReportsPage.style(of: status), rank: 2))
    } else if id == nil {
      parts.append(StatusPart("draft", .dim, rank: 2))
    }
    parts.append(StatusPart(editor == nil ? "VIEW" : "EDIT", .accent, rank: 1))
    return parts
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    if let editor {
      frame.draw(in: layout.content) { editor.render(into: &$0) }
    } else {
      state.drawRule(in: &frame, layout: layout)
      let view = DocumentView(page: self, context: state.context, table: state.setup.table)
      frame.draw(in: layout.body) { view.draw(in: &$0) }
    }
  }
}
