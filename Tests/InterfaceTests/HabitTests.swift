// Habits of all pages: kept filters, the sort picker, freshness, the mouse, the help of the signs.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Habits")
struct HabitTests {
  func inbox() -> InterfaceState {
    var state = InterfaceState.sample()
    state.fillInbox()
    return state
  }

  func changes(_ effects: [Effect]) -> [FilterChange] {
    effects.compactMap { if case .changeFilters(let change) = $0 { change } else { nil } }
  }

  @Test("F keeps the filter under a name for its page, recalls it and removes it")
  func keptFilters() {
    var state = inbox()
    state.press("F")
    #expect(state.overlay == nil)
    state.press("/")
    state.type("lyon")
    state.press("Enter F Enter")
    state.type("my fairs")
    let kept = changes(state.press("Enter"))
    #expect(kept == [FilterChange(.keep(name: "my-fairs", filter: "lyon"), on: .inbox)])
    state.press("Esc F")
    #expect(state.text().contains("my-fairs"))
    state.press("Enter")
    #expect(state.page.list?.filter.source == "lyon")
    state.press("2 F")
    #expect(state.overlay == nil)
    state.press("1 F")
    #expect(changes(state.press("^X")) == [FilterChange(.forget(name: "my-fairs"), on: .inbox)])
    #expect(state.setup.filters.named(on: .inbox).isEmpty)
  }

  @Test("the filters used before come back in / with ^P and ^N")
  func filterHistory() {
    var state = inbox()
    for word in ["lyon", "team", "lyon"] {
      state.press("/ ^U")
      state.type(word)
      #expect(changes(state.press("Enter")) == [FilterChange(.used(filter: word), on: .inbox)])
    }
    state.press("/ ^P")
    #expect(state.filterInput?.text == "lyon")
    state.press("^P ^P ^P")
    #expect(state.filterInput?.text == "team")
    state.press("^N ^N")
    #expect(state.filterInput?.text == "")
    #expect(state.page.list?.filter.isEmpty == true)
  }

  @Test("o offers the columns with the one in use; taken again it turns round; the header says it")
  func sortPicker() {
    var state = inbox()
    state.press("o")
    #expect(state.text().contains("Due"))
    #expect(state.text().contains("▲ smallest first"))
    state.press("Enter")
    #expect(state.text().contains("Due ▼"))
    state.press("o")
    state.type("amount")
    state.press("Enter")
    #expect(state.page.list?.sort == .init(column: 3, isDescending: false))
    #expect(state.text().contains("Amount ▲"))
    state.press("O")
    #expect(state.text().contains("Amount ▼"))
    state.press("o")
    state.type("kept")
    state.press("Enter")
    #expect(state.page.list?.sort == nil)
  }

  @Test("what cannot be read is told once, is tried again, and the status line says how old it is")
  func staleness() {
    var state = inbox()
    state.pass(3)
    let failure = Result<ReadAnswer, EngineError>.failure(
      EngineError(.storeUnavailable, "The store is gone."))
    let reading = Reading.inbox(limit: 200)
    _ = state.update(.storeChanged)
    _ = state.update(.read(reading, as: state.viewer.actor, failure))
    #expect(state.text().contains("3 s old"))
    let tries = state.update(
      .clock(state.now, uptime: state.uptime + .seconds(2)))
    #expect(tries.readings.contains(reading))
    _ = state.update(.read(reading, as: state.viewer.actor, failure))
    #expect(state.toasts.count { $0.kind == .error } == 1)
    #expect(state.text().contains("5 s old"))
    state.pass(2)
    state.fillInbox()
    #expect(state.text().contains("● live"))
  }

  @Test("a reading that takes its time makes the page old, not silent")
  func slowReading() {
    var state = inbox()
    _ = state.update(.storeChanged)
    #expect(state.text().contains("● live"))
    state.pass(4)
    #expect(state.text().contains("4 s old"))
    #expect(state.nextTick == .seconds(1))
  }

  @Test("v pressed before the document is read waits for it")
  func flipWaits() {
    var state = inbox()
    state.press("Enter")
    #expect(state.press("v").isEmpty)
    #expect(state.toasts.isEmpty)
    let effects = state.answer(.document("ER-000009"), .document(Sample.detail("ER-000009")))
    #expect(effects.readings.contains(.instance(InstanceID(12))))
    #expect(state.page.kind == .instance)
    var draft = inbox()
    _ = draft.push(.document(DocumentPage(id: "ER-000021", type: "expense-report")))
    draft.press("v")
    draft.answer(.document("ER-000021"), .document(Sample.draft()))
    #expect(draft.page.kind == .document)
    #expect(draft.toasts.last?.text.contains("not submitted yet") == true)
  }

  @Test("the palette leaves the mouse to the terminal and takes it back")
  func mouse() {
    var state = inbox()
    func said(_ effects: [Effect]) -> [Bool] {
      effects.compactMap { if case .mouse(let isOurs) = $0 { isOurs } else { nil } }
    }
    state.press(":")
    state.type("mouse")
    #expect(said(state.press("Enter")) == [false])
    state.press(":")
    state.type("mouse")
    #expect(said(state.press("Enter")) == [true])
  }

  @Test("the help explains the signs of the page, and typing finds them")
  func signs() {
    var state = inbox()
    state.press("?")
    state.type("offered to several")
    #expect(state.text().contains("+ accepts"))
    state.press("Esc Esc ?")
    state.type("●")
    #expect(state.text().contains("shown as it is"))
  }

  @Test("what lies in my queues is counted, and shown with its queue")
  func queueCounts() {
    var state = InterfaceState.sample(size: Size(columns: 120, rows: 30))
    state.fillInbox(Sample.inbox + Sample.offers)
    #expect(state.text().contains("Inbox · 8 of 8, @budget 1"))
    state.fillInbox(Sample.inbox)
    #expect(!state.text().contains("@budget"))
  }

  @Test("an answered row stays where it is, whatever the list is sorted by", arguments: 0..<6)
  func answeredStays(column: Int) {
    var state = inbox()
    state.page.list?.set(sort: .init(column: column, isDescending: false))
    state.press("g j j")
    let before = state.page.list?.visible.map(\.id)
    let selected = state.page.inbox?.selected?.item.id
    state.press(state.page.inbox?.selected?.item.kind == .task ? "+" : "a")
    let answered = ActionResult(
      document: "ER-000009", workItems: [selected ?? WorkItemID(9)], instance: nil,
      status: .inReview, message: "Approved.")
    _ = state.update(.acted(work: 1, index: 0, .success(answered)))
    #expect(state.page.list?.visible.map(\.id) == before)
    #expect(state.page.inbox?.selected?.item.id == selected)
  }
}
