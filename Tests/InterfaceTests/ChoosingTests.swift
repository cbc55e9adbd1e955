// Actions that name somebody or something: choose, delegate, move, reassign, request a change.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Actions that name a person, a queue or an outcome")
struct ChoosingTests {
  func inbox(_ rows: [InboxRow] = Sample.inbox, administrator: Bool = false) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: administrator)
    state.fillInbox(rows)
    return state
  }

  @Test("d names object and amount, finds the person by typing and takes a comment")
  func delegates() throws {
    var state = inbox()
    let reading = Reading.choices(.delegate, [WorkItemID(9)])
    #expect(state.press("d").readings == [reading])
    let dialog = try #require(state.dialog)
    #expect(dialog.title == "Delegate ER-000009, 1,204.50 EUR, Sam Holt")
    state.answer(reading, .choices(Sample.people))
    // Nobody is proposed: Enter alone delegates to nobody.
    #expect(state.press("Enter").isEmpty)
    #expect(state.dialog?.complaint == "To is needed.")
    state.type("lund")
    #expect(state.dialog?.fields[0].choice?.chosen?.id == "ann")
    state.press("Enter")
    state.type("you know them")
    let request = try #require(state.press("Tab Enter").requests.first)
    #expect(request.action == .delegate)
    #expect(request.target == .item(WorkItemID(9)))
    #expect(request.addressee == "ann")
    #expect(request.comment == "you know them")
    #expect(request.undoWindow == .zero)
  }

  @Test("words that are nobody's are told, and the dialog stays")
  func nobody() {
    var state = inbox()
    state.press("d")
    state.answer(.choices(.delegate, [WorkItemID(9)]), .choices(Sample.people))
    state.type("zoe")
    #expect(state.press("Enter").isEmpty)
    #expect(state.dialog?.complaint == "To: none of them is “zoe”.")
    #expect(state.text().contains("None of them has that in it."))
    #expect(state.press("Tab Tab Enter").requests.isEmpty)
    #expect(state.dialog != nil)
  }

  @Test("the verb's own key is text in the field and never confirms")
  func verbKey() {
    var state = inbox()
    state.press("d d d d")
    #expect(state.dialog?.fields[0].choice?.search.text == "ddd")
  }

  @Test("several are delegated together: count and total first, Back is the default")
  func delegatesSeveral() throws {
    var state = inbox()
    state.press("Space Space d")
    let reading = Reading.choices(.delegate, [WorkItemID(9), WorkItemID(12)])
    state.answer(reading, .choices(Sample.people))
    let dialog = try #require(state.dialog)
    #expect(dialog.isDangerous)
    #expect(dialog.lines.contains { $0.contains("2 items, together 1,892.13 EUR") })
    state.press("Down Enter Tab")
    #expect(state.dialog?.focusedButton?.role == .cancel)
    let requests = state.press("y").requests
    #expect(requests.map(\.addressee) == ["ann", "ann"])
  }

  @Test("C offers the outcomes by their titles; one that sends back needs a comment")
  func chooses() throws {
    var state = inbox(Sample.offers)
    #expect(state.press("c").isEmpty)
    #expect(state.press("C").isEmpty)
    #expect(state.text().contains("Call the manager first"))
    state.type("wrong")
    #expect(state.press("Enter Tab Enter").requests.isEmpty)
    #expect(state.dialog?.complaint?.contains("comment") == true)
    state.press("S-Tab ^U")
    state.type("no call")
    let request = try #require(state.press("Enter Tab Enter").requests.first)
    #expect(request.choice == "skip")
    #expect(request.undoWindow == .seconds(5))
  }

  @Test("a choice can be taken back like any answer")
  func choiceIsTakenBack() throws {
    var state = inbox(Sample.offers)
    state.press("C Down Enter Tab Enter")
    let result = ActionResult(
      document: "ER-000018", workItems: [WorkItemID(18)], instance: InstanceID(18),
      status: .inReview, message: "Chose “Call the manager first” for ER-000018.")
    _ = state.update(.acted(work: 1, index: 0, .success(result)))
    #expect(state.text().contains("✓ chosen, u 5 s"))
    #expect(state.text().contains("Chose “Call the manager first”"))
    #expect(state.press("C").isEmpty && state.dialog == nil)
    #expect(state.press("u").requests.map(\.action) == [.undo])
  }

  @Test("marked items with different outcomes are chosen for one after the other")
  func differentOutcomes() {
    let other = Sample.inboxRow(
      20, "Bus", kind: .choice, step: nil, outcomes: Array(Sample.outcomes.prefix(1)))
    var state = inbox([Sample.offers[0], other])
    state.press("* C")
    #expect(state.dialog == nil)
    #expect(state.toasts.last?.text.contains("different outcomes") == true)
  }

  @Test("M moves what lies in a queue to another one, and nothing else")
  func moves() throws {
    var state = inbox(Sample.offers)
    #expect(state.press("M").isEmpty && state.dialog == nil)
    state.press("j")
    let reading = Reading.choices(.move, [WorkItemID(19)])
    #expect(state.press("M").readings == [reading])
    state.answer(reading, .choices([ActionChoice(id: "tax", name: "Tax", note: "Hans Iversen")]))
    // There is one: the cursor stands in the comment already.
    let request = try #require(state.press("Tab Enter").requests.first)
    #expect(request.queue == "tax")
    #expect(request.target == .item(WorkItemID(19)))
  }

  @Test("R asks the originator, or whom one chooses of those who can be asked")
  func requestsChange() throws {
    var state = inbox()
    let reading = Reading.choices(.requestChange, [WorkItemID(9)])
    #expect(state.press("R").readings == [reading])
    state.type("which fair?")
    state.answer(reading, .choices(Sample.addressees))
    // The originator stands there, and needs no naming.
    #expect(state.dialog?.fields[1].choice?.chosen?.id == "sam")
    state.press("Tab")
    state.type("petrov")
    let request = try #require(state.press("Tab Enter").requests.first)
    #expect(request.addressee == "ivan" && request.comment == "which fair?")
    state.press("R")
    state.type("why?")
    #expect(state.press("Tab Tab Enter").requests.map(\.addressee) == [nil])
  }

  @Test("changes of several are requested of each one's originator")
  func requestsChanges() {
    var state = inbox()
    state.press("Space Space R")
    #expect(state.dialog?.fields.count == 1)
    state.type("receipts, please")
    let requests = state.press("Tab y").requests
    #expect(requests.count == 2 && requests.allSatisfy { $0.addressee == nil })
  }

  @Test("A is an administrator's; the open item is chosen when there are several")
  func reassigns() throws {
    var other = inbox()
    other.press("A")
    #expect(other.dialog == nil)
    #expect(other.toasts.last?.text.contains("administrator") == true)
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Sample.instances, next: nil)))
    let readings = state.press("A").readings
    #expect(readings == [.openItems([InstanceID(13)]), .choices(.reassign, [])])
    let items = [
      Sample.item(31, document: "ER-000017", step: "board", assignee: "sue"),
      Sample.item(32, document: "ER-000017", step: "board", assignee: "ivan"),
    ]
    state.answer(readings[0], .openItems(items))
    state.answer(readings[1], .choices(Sample.people))
    #expect(state.text().contains("Sue Lind"))
    state.type("sue")
    state.press("Enter")
    state.type("ann")
    let request = try #require(state.press("Enter Tab Enter").requests.first)
    #expect(request.target == .item(WorkItemID(31)) && request.addressee == "ann")
    state.press("A")
    state.answer(readings[0], .openItems(items))
    state.answer(readings[1], .choices(Sample.people))
    state.type("all")
    state.press("Enter Down")
    let both = state.press("Enter Tab Enter").requests
    #expect(both.map(\.target) == [.item(WorkItemID(31)), .item(WorkItemID(32))])
  }

  @Test("what could not be read leaves nothing to choose, and says why")
  func unread() {
    var state = inbox()
    state.press("d")
    let reading = Reading.choices(.delegate, [WorkItemID(9)])
    _ = state.update(
      .read(reading, as: state.viewer.actor, .failure(EngineError(.storeUnavailable, "No disk."))))
    #expect(state.toasts.last?.text == "No disk.")
    #expect(state.text().contains("There is none."))
  }
}
