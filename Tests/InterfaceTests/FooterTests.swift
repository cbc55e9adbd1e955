// What the last two lines offer: keys that keep their places, the pages by number; no key is silent.

import Foundation
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Footer and palette")
struct FooterTests {
  func inbox() -> InterfaceState {
    var state = InterfaceState.sample()
    state.fillInbox()
    return state
  }

  func footer(_ state: InterfaceState, width: Int = 80) -> [String] {
    Footer(state: state).items(width: width).map { "\($0.key) \($0.label)" }
  }

  @Test("an action that is off at the moment keeps its place in the footer")
  func stays() {
    var state = inbox()
    let before = footer(state)
    #expect(before.contains("a approve"))
    state.press("a")
    _ = state.update(
      .acted(
        work: 1, index: 0,
        .success(
          ActionResult(
            document: "ER-000009", workItems: [], instance: nil, status: .inReview, message: ""))))
    #expect(footer(state) == before)
    #expect(!Footer(state: state).items(width: 80)[0].isOn)
  }

  @Test("the footer says what q does where there is room: it quits on a top page alone")
  func quitting() {
    var state = inbox()
    // The verbs of the inbox fill 80 columns.
    #expect(footer(state).last == "? all")
    #expect(footer(state, width: 140).contains("q quit"))
    state.press("Enter")
    #expect(footer(state, width: 140).contains("q back"))
    #expect(footer(state, width: 60).last == "? all")
  }

  @Test("an empty inbox offers the other pages; a filter that hides all rows how to be rid of it")
  func empty() {
    var state = InterfaceState.sample()
    state.fillInbox([])
    #expect(footer(state).contains("2 reports"))
    #expect(footer(state).contains("n new"))
    state.fillInbox()
    state.press("/")
    state.type("nothing of that kind")
    state.press("Enter")
    #expect(footer(state).contains("Esc no filter"))
  }

  @Test("what is never for this person goes from the footer before all else")
  func never() {
    var state = InterfaceState.sample(isAdministrator: false)
    state.press("3")
    state.answer(
      .queue(pending: 200, done: 100), .queue(pending: Sample.pending, done: Sample.handled))
    #expect(!footer(state).contains("P pause job"))
    #expect(footer(state).contains("v flow"))
  }

  @Test("the pages stand with their numbers above the footer, and a click goes there")
  func tabs() throws {
    var state = inbox()
    let line = try #require(state.text().split(separator: "\n").dropLast().last)
    #expect(line.contains("1 Inbox  2 Reports  3 Queue"))
    #expect(!line.contains("5"))
    let column = try #require(line.distance(of: "2 Reports"))
    _ = state.update(
      .input(.mouse(Mouse(action: .press, button: .left, point: Point(column: column, row: 22)))))
    #expect(state.page.kind == .reports)
  }

  @Test("a key that does nothing says so, and where it does something")
  func silence() {
    var state = inbox()
    state.press("P")
    #expect(state.toasts.last?.text == "P pause job is not for this page: Queue, System.")
    state.press("F9")
    #expect(state.toasts.last?.text.contains("does nothing here; ? lists the keys") == true)
    state.press("@")
    #expect(state.toasts.last?.text == "Person is not offered here.")
  }

  @Test("no key of the table is silent on any page", arguments: [false, true])
  func everyKey(isAdministrator: Bool) {
    for kind in PaletteEntry.tops {
      var fresh = InterfaceState.sample(isAdministrator: isAdministrator)
      _ = fresh.go(to: kind)
      let keys = Set(fresh.setup.table.actions.flatMap(\.keys))
      for key in keys {
        guard fresh.setup.table.action(for: key, in: kind)?.availability(fresh).isOn != true else {
          continue
        }
        var state = fresh
        _ = state.update(.input(.key(key)))
        #expect(!state.toasts.isEmpty, "\(key.spelling) on \(kind)")
      }
    }
  }

  @Test("the palette lists what other pages have, with the page, and goes there")
  func palette() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press(":")
    state.type("job-settings")
    #expect(state.text().contains("on Queue:"))
    let effects = state.press("Enter")
    #expect(state.page.kind == .queue)
    #expect(state.dialog == nil)
    #expect(effects.readings.contains(.queue(pending: 200, done: 100)))
    #expect(state.toasts.last?.text.hasPrefix("b settings") == true)
  }

  @Test("every action of a page is in the palette of every other page, each once")
  func everyAction() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.fillInbox()
    state.press(":")
    guard case .palette(let palette)? = state.overlay else { return }
    let names = PaletteView.matches(palette, table: state.setup.table, state: state)
      .map(\.action.name)
    #expect(Set(names).count == names.count)
    let all = Set(
      state.setup.table.actions.filter { !$0.contexts.isDisjoint(with: PageKind.verbs) }
        .map(\.name))
    // These are not offered to this person anywhere, or are the palette itself.
    #expect(all.subtracting(names) == [.palette, .person, .colleagues])
  }

  @Test("a click in the palette or in a choice selects, a second one takes, one beside it closes")
  func clicks() {
    var state = inbox()
    func click(_ column: Int, _ row: Int) {
      _ = state.update(
        .input(
          .mouse(Mouse(action: .press, button: .left, point: Point(column: column, row: row)))))
    }
    state.press("o")
    let lines = state.text().split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.contains("│") && $0.contains("Amount") } ?? 0
    click(20, row)
    #expect(state.overlay != nil)
    click(20, row)
    #expect(state.overlay == nil)
    #expect(state.page.list?.sort?.column == 3)
    state.press(":")
    click(0, 0)
    #expect(state.overlay == nil)
  }

  @Test("a click in a dialog goes to a field; the wheel goes through its choices")
  func dialogClicks() {
    var state = inbox()
    state.press("r")
    #expect(state.dialog?.focusedField == 0)
    state.press("Tab")
    let lines = state.text().split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.contains("Comment") } ?? 0
    _ = state.update(
      .input(.mouse(Mouse(action: .press, button: .left, point: Point(column: 20, row: row)))))
    #expect(state.dialog?.focusedField == 0)
  }
}

extension StringProtocol {
  /// How many characters stand before a text.
  fileprivate func distance(of text: String) -> Int? {
    range(of: text).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}
