// An instance's page: moving in the drawing, looking back, panes, the fall back to the outline.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("The page of an instance")
struct InstanceTests {
  private let id = InstanceID(13)

  private func opened(
    _ size: Size = Size(columns: 80, rows: 24), figure: WorkflowFigure? = DiagramSamples.underWay,
    error: String? = nil
  ) -> InterfaceState {
    var state = InterfaceState.sample(size: size)
    _ = state.push(.instance(InstancePage(id: id)))
    state.answer(.instance(id), .instance(Sample.instanceDetail(error: error, figure: figure)))
    return state
  }

  /// With its saved points read.
  private func remembered(_ count: Int = 5) -> InterfaceState {
    var state = opened()
    state.answer(.moment(id, message: nil), .moment(Sample.moment(at: nil, of: count)))
    return state
  }

  private func element(_ state: InterfaceState) -> String? {
    state.page.instance?.element?.description
  }

  // MARK: The drawing

  @Test("The workflow is drawn at the left, who is waited for and the history at the right")
  func panes() {
    let text = opened().text()
    #expect(text.contains("╔"))
    #expect(text.contains("│ Waiting for"))
    #expect(text.contains("─ History ─"))
    #expect(text.contains("┬"))
    #expect(text.contains("✓ done  ▶ here  ○ to come  ● open  ╌ skipped"))
  }

  @Test("h j k l and the arrows go from element to element")
  func moving() {
    var state = opened()
    #expect(element(state) == "management")
    state.press("j j")
    #expect(element(state) == "checks/budget/check-budget")
    state.press("l")
    #expect(element(state) == "checks/tax/foreign")
    state.press("Left Up k k")
    #expect(element(state) == "review-receipts")
    state.press("G")
    #expect(element(state) == "pay")
    #expect(state.text().contains("approved"))
    state.press("g")
    #expect(element(state) == "review-receipts")
    state.press("PgDn PgUp ^D ^U")
    #expect(element(state) != nil)
  }

  @Test("Where there is no element further on, the keys scroll")
  func scrolling() {
    var state = opened()
    state.press("g j j j j j j j j j j j j j j j j j j j j j")
    #expect(state.text().contains("approved"))
    let origin = state.page.instance?.flow.origin
    state.press("j j j")
    #expect(state.page.instance?.flow.origin == origin)
  }

  @Test("A drawing that is wider than its pane says so, and l goes on to the right")
  func wide() {
    let step = FigureStep(
      name: "manager", mark: .here, parts: ["hierarchy manager from originator until the limit"])
    var state = opened(
      figure: WorkflowFigure(
        workflow: "wide", title: "Wide", begin: .init("submitted", mark: .done),
        end: .init("approved", mark: .toCome),
        nodes: [
          FigureNode(
            path: ElementPath(["management"]), name: "management", shape: .approval, mark: .here,
            steps: [step])
        ]))
    let width = state.page.instance?.flow.diagram?.size.columns ?? 0
    #expect(width > 47)
    #expect(state.text().contains("▶ "))
    state.press("l l l")
    #expect(state.page.instance?.flow.origin.column == width - 47)
    state.press("h h h h")
    #expect(state.page.instance?.flow.origin.column == 0)
  }

  @Test("Tab goes to the history and back; there j scrolls and the element stays")
  func tab() {
    var state = opened(Size(columns: 60, rows: 15))
    state.press("Tab j j")
    #expect(element(state) == "management")
    #expect(state.page.instance?.historyTop == 2)
    state.press("k k k k")
    #expect(state.page.instance?.historyTop == 0)
    state.press("h j")
    #expect(element(state) != "management")
    state.press("S-Tab")
    #expect(state.page.instance?.pane == .history)
  }

  @Test("v leads to the document and back, and the cursor keeps its element")
  func flipping() {
    var state = opened()
    state.press("j j v")
    #expect(state.page.kind == .document)
    state.answer(.document("ER-000017"), .document(Sample.detail("ER-000017")))
    state.press("v")
    #expect(element(state) == "checks/budget/check-budget")
  }

  @Test("The wheel moves the drawing and not the cursor; a click selects an element")
  func mouse() throws {
    var state = opened()
    state.press("g")
    let at = Point(column: 10, row: 8)
    _ = state.update(.input(.mouse(Mouse(action: .scrollDown, button: .none, point: at))))
    #expect(element(state) == "review-receipts")
    #expect(state.page.instance?.flow.origin.row == 3)
    let path = ElementPath(["management"])
    let rect = try #require(state.page.instance?.flow.diagram?.place(of: path)?.rect)
    let cell = Point(column: rect.column + 1, row: rect.row + 3 - 3)
    _ = state.update(.input(.mouse(Mouse(action: .press, button: .left, point: cell))))
    #expect(element(state) == "management")
  }

  @Test("Small screens, and versions that are gone, have the outline")
  func outline() {
    for state in [
      opened(Size(columns: 60, rows: 15)), opened(Size(columns: 70, rows: 40)), opened(figure: nil),
    ] {
      var state = state
      #expect(state.text().contains("▌ ▶ management"))
      state.press("j")
      #expect(element(state) == "checks")
      state.press("l k")
      #expect(element(state) == "checks")
    }
  }

  @Test("A stopped instance says why, whatever is shown")
  func stopped() {
    for size in [Size(columns: 60, rows: 15), Size(columns: 80, rows: 24)] {
      #expect(opened(size, error: "ledger: no such file").text().contains("! ledger: no such file"))
    }
  }

  // MARK: Looking back

  @Test("The saved points are read when the instance went on, and not at other news")
  func readingPoints() {
    var state = InterfaceState.sample()
    _ = state.push(.instance(InstancePage(id: id)))
    let first = state.answer(.instance(id), .instance(Sample.instanceDetail()))
    #expect(first.readings == [.moment(id, message: nil)])
    state.answer(.moment(id, message: nil), .moment(Sample.moment(at: nil)))
    #expect(state.text().contains("saved point 5 of 5"))
    let same = state.answer(.instance(id), .instance(Sample.instanceDetail()))
    #expect(same.readings.isEmpty)
    let next = state.answer(.instance(id), .instance(Sample.instanceDetail(savedPoint: 24)))
    #expect(next.readings == [.moment(id, message: nil)])
    state.answer(.moment(id, message: nil), .moment(Sample.moment(at: nil, of: 6)))
    #expect(state.text().contains("saved point 6 of 6"))
  }

  @Test("[ and ] go a saved point back and forward; the last one is what is now")
  func backAndForward() {
    var state = remembered()
    #expect(state.text().contains("●┤ live"))
    #expect(state.press("[").readings == [.moment(id, message: 107)])
    #expect(state.text().contains("saved point 4 of 5"))
    state.answer(.moment(id, message: 107), .moment(Sample.moment(at: 107)))
    let text = state.text()
    #expect(text.contains("As it was 09:11"))
    #expect(text.contains("● Ivan Petrov"))
    #expect(!text.contains("Ann Lund approved"))
    #expect(text.contains("looking back"))
    #expect(!text.contains("●┤ live"))
    #expect(element(state) == "management")
    #expect(state.press("[").readings == [.moment(id, message: 105)])
    #expect(state.press("]").readings == [.moment(id, message: 107)])
    #expect(state.press("]").readings.isEmpty)
    #expect(state.text().contains("●┤ live"))
    #expect(state.text().contains("Ann Lund approved"))
  }

  @Test("{ shows the first saved point and } what is now")
  func firstAndLive() {
    var state = remembered()
    #expect(state.press("{").readings == [.moment(id, message: 101)])
    #expect(state.text().contains("saved point 1 of 5"))
    #expect(state.text().contains("├●"))
    state.press("[")
    #expect(state.toasts.last?.text.contains("this is the first saved point") == true)
    state.press("}")
    #expect(state.page.instance?.isLookingBack == false)
    state.press("]")
    #expect(state.toasts.last?.text.contains("live already") == true)
  }

  @Test("Nothing is answered in the past")
  func noAnswers() {
    var state = remembered()
    state.press("m")
    #expect(state.dialog != nil)
    state.press("Esc [ m")
    #expect(state.dialog == nil)
    #expect(state.toasts.last?.text.contains("this is how it was") == true)
  }

  @Test("News of the instance do not lead out of its past, and count its new points")
  func newsWhileLookingBack() {
    var state = remembered()
    state.press("[")
    state.answer(.moment(id, message: 107), .moment(Sample.moment(at: 107)))
    let readings = state.update(.storeChanged).readings
    #expect(readings.contains(.moment(id, message: 107)) && readings.contains(.instance(id)))
    state.answer(.instance(id), .instance(Sample.instanceDetail(savedPoint: 24)))
    state.answer(.moment(id, message: 107), .moment(Sample.moment(at: 107, of: 6)))
    #expect(state.text().contains("saved point 4 of 6"))
    #expect(state.text().contains("As it was"))
  }

  @Test("What came too late of another point is not shown")
  func lateAnswers() {
    var state = remembered()
    state.press("[ }")
    state.answer(.moment(id, message: 107), .moment(Sample.moment(at: 107)))
    #expect(state.page.instance?.moment == nil)
    #expect(state.text().contains("●┤ live"))
  }

  @Test("A past that cannot be read leaves what is now, and the keys say why")
  func failure() {
    var state = opened()
    state.press("[")
    #expect(state.toasts.last?.text.contains("not read yet") == true)
    _ = state.update(
      .read(
        .moment(id, message: nil), as: state.viewer.actor,
        .failure(EngineError(.notFound, "its history is gone"))))
    #expect(state.toasts.last?.kind != .error)
    state.press("[")
    #expect(state.toasts.last?.text.contains("its history is gone") == true)
    state = remembered()
    state.press("[")
    _ = state.update(
      .read(
        .moment(id, message: 107), as: state.viewer.actor,
        .failure(EngineError(.notFound, "its history is gone"))))
    #expect(state.toasts.last?.kind == .error)
    #expect(state.text().contains("live"))
    #expect(state.page.instance?.isLookingBack == false)
  }
}
