// Instances that elements started, on the list and on their parent's page; the history read back.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Instances and their children")
struct InstanceChildrenTests {
  private let id = InstanceID(13)

  private static func child(
    _ number: Int64, line: Int, _ status: InstanceStatus = .pending
  ) -> InstanceRow {
    var row = Sample.instanceRow(number, "Fair in Oslo", status)
    row.parent = InstanceID(13)
    row.line = line
    return row
  }

  private func parent() -> InstanceDetail {
    var detail = Sample.instanceDetail()
    detail.children = [(21, 1), (22, 2)].map {
      InstanceChild(
        row: Self.child($0.0, line: $0.1, $0.1 == 1 ? .completed : .pending),
        element: ElementPath(["post"]), people: $0.1 == 1 ? [] : ["Sue Lind"])
    }
    return detail
  }

  private func opened() -> InterfaceState {
    var state = InterfaceState.sample()
    _ = state.push(.instance(InstancePage(id: id)))
    state.answer(.instance(id), .instance(parent()))
    return state
  }

  @Test("A child is shown under its parent, set in, with its line")
  func underParent() {
    let rows = [
      Self.child(22, line: 2), Self.child(21, line: 1), Sample.instanceRow(14, "Other", .pending),
      Sample.instanceRow(13, "Fair in Oslo", .pending),
    ]
    #expect(
      InstanceFamily.ordered(rows).map { "\($0.row.id) \($0.depth)" } == [
        "I-000014 0", "I-000013 0", "I-000021 1", "I-000022 1",
      ])
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("5")
    state.answer(.instances(nil, limit: 200), .instances(Window(rows: rows, next: nil)))
    let text = state.text()
    #expect(text.contains("  I-000021"))
    #expect(text.contains("line 1 ·"))
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: [rows[0]], next: nil)))
    #expect(state.text().contains("line 2 of I-000"))
  }

  @Test("A parent's page shows its children with their marks; Enter and v go into one, and back")
  func intoChild() {
    var state = opened()
    #expect(state.text().contains("✓ line 1"))
    #expect(state.text().contains("Sue Lind"))
    state.press("Tab j")
    #expect(state.press("Enter").readings.contains(.instance(InstanceID(22))))
    var detail = Sample.instanceDetail()
    detail = InstanceDetail(
      row: Self.child(22, line: 2), document: detail.document, outline: [], openItems: [],
      history: [], pendingMessages: [], actions: [], next: [])
    state.answer(.instance(InstanceID(22)), .instance(detail))
    #expect(state.text().contains("I-000022"))
    state.press("Enter")
    #expect(state.page.instance?.id == id)
    #expect(state.press("v").readings.contains(.instance(InstanceID(22))))
    state.press("Esc")
    #expect(state.page.instance?.id == id)
  }

  @Test("Under those who are waited for stands how many approvals there are and are needed")
  func rounds() {
    var detail = Sample.instanceDetail()
    detail.rounds = [
      OpenRound(
        element: ElementPath(["management"]), step: "board", approvals: 1, needed: 2,
        policy: "majority", people: 3)
    ]
    detail.then = ["budget and tax, together", "post", "payment"]
    var state = InterfaceState.sample()
    _ = state.push(.instance(InstancePage(id: id)))
    state.answer(.instance(id), .instance(detail))
    let text = state.text()
    #expect(text.contains("1 of 2 approvals (majority)"))
    #expect(text.contains("budget and tax, together"))
    #expect(text.contains("post · payment"))
  }

  private static func entries(_ numbers: ClosedRange<Int64>) -> [HistoryRow] {
    numbers.map { number in
      HistoryRow(
        sequence: number, instance: InstanceID(13), line: nil, document: "ER-000017",
        entry: HistoryEntry(.acknowledged, at: Sample.now, detail: "entry \(number)"),
        actorName: nil, onBehalfOfName: nil, hash: "00")
    }
  }

  private func remembering(_ numbers: ClosedRange<Int64>) -> InstanceDetail {
    let sample = Sample.instanceDetail()
    var detail = InstanceDetail(
      row: sample.row, document: sample.document, outline: sample.outline, openItems: [],
      history: Self.entries(numbers), pendingMessages: [], actions: [], next: [],
      figure: sample.figure)
    detail.hasOlderHistory = numbers.lowerBound > 1
    return detail
  }

  @Test("Scrolling through the history reads what is older, up to the first entry")
  func olderHistory() {
    var state = InterfaceState.sample()
    _ = state.push(.instance(InstancePage(id: id)))
    state.answer(.instance(id), .instance(remembering(301...500)))
    #expect(state.press("Tab j").readings.isEmpty)
    #expect(state.press("G").readings == [.olderHistory(id, before: 301)])
    state.answer(.olderHistory(id, before: 301), .olderHistory(Self.entries(101...300)))
    #expect(state.press("G").readings == [.olderHistory(id, before: 101)])
    state.answer(.olderHistory(id, before: 101), .olderHistory(Self.entries(1...100)))
    state.press("G")
    state.answer(.olderHistory(id, before: 1), .olderHistory([]))
    state.press("G")
    #expect(state.text().contains("entry 1"))
    #expect(state.page.instance?.knownHistory.count == 500)
    // News: what the next window does not hold stays known.
    state.answer(.instance(id), .instance(remembering(311...510)))
    #expect(state.page.instance?.knownHistory.count == 510)
    // So much happened meanwhile that entries are missing between: it begins anew.
    state.answer(.instance(id), .instance(remembering(901...1100)))
    #expect(state.page.instance?.knownHistory.count == 200)
  }

  @Test("How many lie beyond an edge is told where nothing of the drawing stands")
  func hiddenNotOverBoxes() {
    var state = opened()
    state.press("g")
    let before = state.text()
    guard let diagram = state.page.instance?.flow.diagram,
      let origin = state.page.instance?.flow.origin,
      let window = state.page.instance?.flow.window
    else { return }
    var frame = Frame(size: window, glyphs: .unicode)
    frame.draw { diagram.draw(in: &$0, from: origin) }
    var told = Frame(size: window, glyphs: .unicode)
    told.draw { DiagramWindow(diagram: diagram, origin: origin, selected: nil).draw(in: &$0) }
    #expect(before.contains("more"))
    for row in 0..<window.rows {
      for (plain, over) in zip(frame.line(row), told.line(row)) where plain != " " {
        #expect(plain == over)
      }
    }
  }
}
