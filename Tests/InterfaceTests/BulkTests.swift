// One verb for many rows, on every list that has such verbs.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Marked rows")
struct BulkTests {
  func reports() -> InterfaceState {
    var state = InterfaceState.sample()
    state.press("2")
    state.answer(.documents(limit: 200), .documents(Window(rows: Sample.documents, next: nil)))
    return state
  }

  func queue(_ pending: [Message]) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("3")
    state.answer(.queue(pending: 200, done: 100), .queue(pending: pending, done: []))
    return state
  }

  @Test("x on marked reports asks, deletes the drafts among them, and u keeps all")
  func deletion() {
    var state = reports()
    state.press("* x")
    #expect(state.dialog?.isDangerous == true)
    #expect(state.text().contains("of 5 marked can be meant"))
    state.press("y")
    #expect(state.deletions.map(\.document) == ["ER-000021"])
    #expect(state.page.list?.marks.isEmpty == true)
    state.press("u")
    #expect(state.deletions.isEmpty)
  }

  @Test("Y copies all that are marked after a question, and one sentence tells of it")
  func copies() {
    var state = reports()
    state.press("Space Space Y")
    #expect(state.dialog?.title == "Copy 2 documents")
    let effects = state.press("Tab y").filter { if case .duplicate = $0 { true } else { false } }
    #expect(effects.count == 2)
    for number in [40, 41] {
      _ = state.update(.duplicated(.success(Sample.detail("ER-0000\(number)").document)))
    }
    #expect(state.page.kind == .reports)
    #expect(state.toasts.last?.text == "Made 2 drafts: ER-000040 to ER-000041.")
  }

  @Test("Tab goes through the statuses of my reports and keeps the rest of the filter")
  func statuses() {
    var state = reports()
    state.press("/")
    state.type("a")
    state.press("Enter Tab")
    #expect(state.page.list?.filter.source == "a status:draft")
    #expect(state.page.list?.visible.map(\.id) == ["ER-000021"])
    state.press("Tab")
    #expect(state.page.list?.filter.source == "a status:inReview")
    state.press("S-Tab S-Tab")
    #expect(state.page.list?.filter.source == "a")
    state.press("S-Tab")
    #expect(state.page.list?.visible.map(\.id) == ["ER-000014"])
  }

  @Test("f resumes the instances of all marked messages that are stopped, each once")
  func resume() {
    var state = queue([
      Sample.message(7, .elementStarted, .stopped, attempts: 5),
      Sample.message(8, .elementStarted, .ready), Sample.message(9, .elementEnded, .stopped),
    ])
    state.press("* f")
    #expect(state.dialog != nil)
    let requests = state.press("Tab y").requests
    #expect(Set(requests.map(\.action)) == [.resume])
    #expect(requests.count == Set(requests.map(\.target)).count)
  }

  @Test("t tries all marked messages that wait for their retry, after a question")
  func retries() {
    var state = queue([
      Sample.message(7, .elementStarted, .waiting, attempts: 2, retry: .seconds(30)),
      Sample.message(8, .elementStarted, .waiting, attempts: 2, retry: .seconds(30)),
      Sample.message(9, .elementStarted, .ready),
    ])
    #expect(state.press("* t").jobs.isEmpty)
    #expect(state.dialog?.title == "Try 2 messages now")
    #expect(state.press("Tab y").jobs == [.tryNow(sequence: 7), .tryNow(sequence: 8)])
  }

  @Test("E writes the marked rows alone; on the reports also the documents with their lines")
  func export() {
    var state = reports()
    state.press("Space E")
    #expect(state.text().contains("1 marked row"))
    #expect(state.text().contains("Content"))
    state.press("Tab Down")
    let effects = state.press("Enter Tab Enter") + state.press("Enter")
    let exports = effects.compactMap { effect -> ListExport? in
      if case .export(let export) = effect { export } else { nil }
    }
    #expect(exports.first?.isOfDocuments == true)
    #expect(
      exports.first?.rows(reading: { _ in .unread(0) }).map(\.id) == ["ER-000021"])
  }
}
