// Answering from the inbox.

import Foundation
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Inbox")
struct InboxTests {
  func loaded() -> InterfaceState {
    var state = InterfaceState.sample()
    state.fillInbox()
    return state
  }

  func result(_ number: Int64) -> Result<ActionResult, EngineError> {
    .success(
      ActionResult(
        document: "ER-000009", workItems: [WorkItemID(number)], instance: InstanceID(number),
        status: .inReview, message: "Approved."))
  }

  @Test("a approves the selected item at once, with the undo window and the revision seen")
  func approves() throws {
    var state = loaded()
    let request = try #require(state.press("a").requests.first)
    #expect(request.action == .approve)
    #expect(request.target == .item(WorkItemID(9)))
    #expect(request.undoWindow == .seconds(5))
    #expect(request.revision == 3)
    #expect(state.dialog == nil)
  }

  @Test("the answered row stays under the cursor, marked, until its time is over; u takes it back")
  func undo() throws {
    var state = loaded()
    state.press("a")
    _ = state.update(.acted(work: 1, index: 0, result(9)))
    state.fillInbox(Array(Sample.inbox.dropFirst()))
    #expect(state.page.list?.selection == "W-000009")
    #expect(state.text().contains("✓ approved, u 5 s"))
    #expect(state.press("a").requests.isEmpty)
    #expect(state.text().contains("approved already"))
    let undo = try #require(state.press("u").requests.first)
    #expect(undo.action == .undo)
    #expect(undo.target == .item(WorkItemID(9)))
    #expect(state.press("u").isEmpty)
  }

  @Test("after the window the answered row stays below the cursor, and goes when that moves")
  func windowEnds() throws {
    var state = loaded()
    state.press("a")
    _ = state.update(.acted(work: 1, index: 0, result(9)))
    state.pass(5)
    state.fillInbox(Array(Sample.inbox.dropFirst()))
    #expect(state.page.list?.selection == "W-000009")
    #expect(state.text().contains("✓ approved"))
    #expect(!state.text().contains("approved, u"))
    // The key pressed once more approves nothing, and nothing can be taken back.
    #expect(state.press("a").requests.isEmpty)
    #expect(state.text().contains("ER-000009 is approved already"))
    #expect(state.press("u").requests.isEmpty)
    let next = try #require(state.page.list?.visible.dropFirst().first?.id)
    state.press("j")
    #expect(state.page.list?.selection == next)
    #expect(!state.text().contains("ER-000009"))
  }

  @Test("an answered row that the cursor is not on goes at the end of its window")
  func windowEndsElsewhere() {
    var state = loaded()
    state.press("a")
    _ = state.update(.acted(work: 1, index: 0, result(9)))
    state.press("j")
    let selection = state.page.list?.selection
    state.pass(5)
    state.fillInbox(Array(Sample.inbox.dropFirst()))
    #expect(!state.text().contains("ER-000009"))
    #expect(state.page.list?.selection == selection)
    #expect(state.press("a").requests.count == 1)
  }

  @Test("a row that came under the cursor by itself is approved only when the key is pressed again")
  func straying() throws {
    var state = loaded()
    // Somebody else answered the selected one.
    state.fillInbox(Array(Sample.inbox.dropFirst()))
    let selected = try #require(state.page.inbox?.selected?.item)
    #expect(selected.id != WorkItemID(9))
    #expect(state.press("a").requests.isEmpty)
    #expect(state.text().contains("\(selected.document) has come under the cursor"))
    #expect(state.press("a").requests.map(\.target) == [.item(selected.id)])
    // A row that one went to oneself is meant at once.
    state.fillInbox(Sample.inbox.filter { $0.item.id != selected.id }.dropFirst().map { $0 })
    state.press("j k")
    #expect(state.press("a").requests.count == 1)
  }

  @Test("u gives an accepted task back, and takes one again that was given back; only once")
  func undoOfAccept() throws {
    var state = loaded()
    let offered = try #require(
      Sample.inbox.first { $0.item.assignee == nil && $0.item.kind == .task })
    state.page.list?.selection = offered.item.id.description
    #expect(state.press("+").requests.map(\.action) == [.accept])
    _ = state.update(.acted(work: 1, index: 0, result(offered.item.id.number)))
    #expect(state.text().contains("u: take back"))
    #expect(!state.text().contains("Takes effect"))
    let requests = state.press("u").requests
    #expect(requests.map(\.action) == [.release])
    #expect(requests.map(\.target) == [.item(offered.item.id)])
    _ = state.update(.acted(work: 2, index: 0, result(offered.item.id.number)))
    #expect(state.press("u").requests.isEmpty)
  }

  @Test("r asks for a comment, and its own key never confirms")
  func rejects() {
    var state = loaded()
    #expect(state.press("r").isEmpty)
    #expect(state.dialog != nil)
    // Tab to the verb and Enter without a comment: refused.
    #expect(state.press("Tab Enter").requests.isEmpty)
    #expect(state.dialog?.complaint != nil)
    state.type("too much")
    #expect(state.press("Tab r").requests.isEmpty)
    #expect(state.dialog != nil)
    let requests = state.press("Enter").requests
    #expect(requests.map(\.comment) == ["too much"])
    #expect(state.dialog == nil)
  }

  @Test("input before the first frame of a dialog is dropped")
  func earlyInput() {
    var state = loaded()
    var effects = state.update(.input(.key(.character("r"))))
    effects += state.update(.input(.key(.character("x"))))
    effects += state.update(.input(.paste("pasted")))
    #expect(state.dialogAwaitsFrame)
    #expect(state.dialog?.fields.first?.area.text == "")
    state.shown()
    state.type("x")
    #expect(state.dialog?.fields.first?.area.text == "x")
    #expect(effects.isEmpty)
  }

  @Test("two or more items ask first: count, total, what is hidden; Back is the default")
  func bulk() throws {
    var state = loaded()
    state.press("Space Space Space")
    state.press("/")
    state.type("!lyon")
    state.press("Enter a")
    let dialog = try #require(state.dialog)
    #expect(dialog.isDangerous)
    #expect(dialog.lines.contains { $0.contains("2 items") && $0.contains("780.53 EUR") })
    #expect(dialog.lines.contains { $0.contains("1 marked, hidden") })
    #expect(dialog.focusedButton?.role == .cancel)
    #expect(state.press("Enter").requests.isEmpty)
    #expect(state.dialog == nil)
    state.press("a")
    let requests = state.press("y").requests
    #expect(requests.map(\.target) == [.item(WorkItemID(12)), .item(WorkItemID(14))])
  }

  @Test("a bulk shows its progress, can be stopped, names failures and leaves them marked")
  func bulkResults() {
    var state = loaded()
    state.press("Space Space Space a y")
    _ = state.update(.acted(work: 1, index: 0, result(9)))
    #expect(state.text().contains("Approving 1 of 3"))
    let stops = state.press("^C").filter { if case .stop(1) = $0 { true } else { false } }
    #expect(stops.count == 1)
    _ = state.update(
      .acted(work: 1, index: 1, .failure(EngineError(.alreadyClosed, "Sue Lind rejected it."))))
    _ = state.update(.acted(work: 1, index: 2, .failure(EngineError(.interrupted, "stopped"))))
    #expect(state.works.isEmpty)
    #expect(
      state.toasts.contains { $0.text.contains("Sue Lind rejected it.") && $0.kind == .error })
    #expect(state.page.list?.marks.contains("W-000012") == true)
    #expect(state.page.list?.marks.contains("W-000009") == false)
    let undone = state.press("u").requests
    #expect(undone.map(\.target) == [.item(WorkItemID(9))])
  }

  @Test("errors stay until Esc, which then goes on to marks, filter and page")
  func escapeOrder() {
    var state = loaded()
    state.press("Enter q /")
    state.type("er")
    state.press("Enter Space a y")
    _ = state.update(.acted(work: 1, index: 0, .failure(EngineError(.locked, "It is locked."))))
    state.pass(3600)
    #expect(state.toasts.count == 1)
    state.press("Esc")
    #expect(state.toasts.isEmpty)
    #expect(state.page.list?.marks.isEmpty == false)
    state.press("Esc")
    #expect(state.page.list?.marks.isEmpty == true)
    #expect(state.page.list?.filter.isEmpty == false)
    state.press("Esc")
    #expect(state.page.list?.filter.isEmpty == true)
  }

  @Test("a task that nobody accepted is accepted; approving it is off with a reason")
  func tasks() {
    var state = loaded()
    state.press("G")
    #expect(state.press("a").requests.isEmpty)
    #expect(state.toasts.last?.text.contains("waits for something else") == true)
    #expect(state.press("+").requests.first?.action == .accept)
  }

  @Test("a bulk takes those that fit and says how many; none that fit is off with the reason")
  func unfitting() throws {
    var state = loaded()
    state.press("G Space k Space")
    #expect(state.page.list?.marks.count == 2)
    state.press("a")
    let dialog = try #require(state.dialog)
    #expect(dialog.lines.contains("1 of 2 can be approved."))
    #expect(state.press("y").requests.count == 1)
    state.press("Esc Esc g Space Space c")
    #expect(state.dialog == nil)
    #expect(
      state.toasts.last?.text
        == "Complete: none of the 2 marked can be completed: waiting for an approval")
  }

  @Test("after a reject nothing is announced as next")
  func rejectedPreview() {
    var state = loaded()
    state.answer(.document("ER-000009"), .document(Sample.detail("ER-000009")))
    #expect(state.text().contains("then: posting"))
    state.press("r")
    state.type("no")
    state.press("Tab Enter")
    let rejected = ActionResult(
      document: "ER-000009", workItems: [WorkItemID(9)], instance: InstanceID(9),
      status: .inReview, message: "Rejected.")
    _ = state.update(.acted(work: 1, index: 0, .success(rejected)))
    #expect(!state.text().contains("then:"))
  }

  @Test("while the job is paused, what waits for it says so")
  func paused() {
    var state = loaded()
    state.answer(.overview, .overview(Sample.overview(isPaused: true)))
    state.press("a")
    _ = state.update(.acted(work: 1, index: 0, result(9)))
    #expect(state.toasts.last?.text.hasSuffix("It waits: the batch job is paused.") == true)
  }

  @Test("a field that is not there is named, with those that are")
  func unknownField() {
    var state = loaded()
    state.press("/")
    state.type("foo:bar")
    let shown = state.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.contains("Nothing passes the filter: there is no field “foo” here."))
    #expect(shown.contains("fields: item, document"))
  }

  @Test("a read-only session never acts")
  func readOnly() {
    var state = InterfaceState.sample { $0.isReadOnly = true }
    state.fillInbox()
    for key in ["a", "r", "c", "+", "n", "m"] {
      let effects = state.press(key)
      #expect(effects.requests.isEmpty)
      #expect(state.dialog == nil)
    }
  }

  @Test("one reading of a kind is under way; news meanwhile repeat it once")
  func coalescing() {
    var state = loaded()
    state.answer(.document("ER-000009"), .document(Sample.detail("ER-000009")))
    let first = state.update(.storeChanged).readings
    #expect(first.contains(.inbox(limit: 200)))
    #expect(state.update(.storeChanged).readings.isEmpty)
    #expect(state.update(.storeChanged).readings.isEmpty)
    #expect(state.fillInbox().readings == [.inbox(limit: 200)])
    #expect(state.fillInbox().readings.isEmpty)
  }

  @Test("p holds the view: news wait")
  func hold() {
    var state = loaded()
    state.answer(.document("ER-000009"), .document(Sample.detail("ER-000009")))
    state.press("p")
    #expect(state.text().contains("held"))
    #expect(!state.update(.storeChanged).readings.contains(.inbox(limit: 200)))
    #expect(state.press("p").readings.contains(.inbox(limit: 200)))
  }

  @Test("what was read for another person is dropped")
  func strangers() {
    var state = loaded()
    _ = state.update(
      .read(.inbox(limit: 200), as: Actor("eve"), .success(.inbox(Window(rows: [], next: nil)))))
    #expect(state.page.list?.all.count == Sample.inbox.count)
  }

  @Test("a click selects, a second one opens, a header sorts, the footer acts")
  func mouse() {
    var state = loaded()
    func click(_ column: Int, _ row: Int) -> [Effect] {
      state.update(
        .input(
          .mouse(Mouse(action: .press, button: .left, point: Point(column: column, row: row)))))
    }
    _ = click(10, 5)
    #expect(state.page.list?.selection == "W-000014")
    _ = click(10, 5)
    #expect(state.page.kind == .document)
    state.press("q")
    _ = click(4, 2)
    #expect(state.page.list?.sort?.column == 0)
    #expect(click(2, 23).requests.first?.action == .approve)
  }

  @Test("what was sent back to me is edited and resubmitted from the inbox, not approved")
  func returned() throws {
    var state = InterfaceState.sample()
    state.fillInbox([
      Sample.inboxRow(9, "Fair in Lyon", kind: .return),
      Sample.inboxRow(12, "Visit Aarhus", kind: .approval),
    ])
    let footer = try #require(state.text().split(separator: "\n").last)
    #expect(footer.contains("e edit  s resubmit"))
    #expect(!footer.contains("approve"))
    let request = try #require(state.press("s").requests.first)
    #expect(request.action == .resubmit)
    #expect(request.target == .document("ER-000009"))
    state.press("j")
    let other = try #require(state.text().split(separator: "\n").last)
    #expect(other.contains("a approve"))
    #expect(!other.contains("resubmit"))
    #expect(state.press("s").requests.isEmpty)
    state.press("k e")
    #expect(state.page.document?.opensEditor == true)
  }

  @Test("the line for a second terminal is in the help, whole")
  func secondTerminal() {
    let command = "countersign --store /tmp/a/rather/long/place/demo.sqlite --as carol queue watch"
    var state = InterfaceState.sample { $0.secondTerminalCommand = command }
    state.fillInbox()
    state.press("?")
    for _ in 0..<40 { state.press("PgDn") }
    let shown = state.text().split(separator: "\n").compactMap { line in
      line.split(separator: "│").dropFirst().first?.trimmingCharacters(in: .whitespaces)
    }.joined(separator: " ")
    #expect(shown.contains(command))
  }
}
