// Standing delegations and the organisation.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("People")
struct PeopleTests {
  func loaded(isAdministrator: Bool = false, isReadOnly: Bool = false) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: isAdministrator) {
      $0.isReadOnly = isReadOnly
    }
    state.press("8")
    state.answer(.delegations, .delegations(Sample.delegations))
    state.answer(.organization, .organization(Sample.entries))
    return state
  }

  func added(_ effects: [Effect]) -> [StandingDelegation] {
    effects.compactMap { if case .delegate(let rule, _, _) = $0 { rule } else { nil } }
  }

  @Test("delegations are shown as coming, in force or over")
  func states() {
    let state = loaded()
    let states = state.page.people?.delegationList.visible.map { $0.cells[0].text }
    #expect(states == ["in force", "coming", "over", "in force"])
  }

  @Test("Tab goes between delegations and people; Enter shows a person")
  func panes() {
    var state = loaded()
    #expect(state.page.people?.selectedPerson?.id == "ann")
    let effects = state.press("j Enter")
    #expect(effects.readings.contains(.person("sue")))
    state.answer(.person("sue"), .person(Sample.person("sue")))
    #expect(state.text().contains("Ann Lund"))
    state.press("q Tab")
    #expect(state.page.people?.selectedDelegation?.number == 1)
  }

  @Test("a new delegation takes a part of a name, short dates and a scope")
  func adds() {
    var state = loaded()
    #expect(state.press("n").readings == [.people, .workflows])
    state.answer(.people, .people(Self.people))
    state.type("sue")
    state.press("Tab")
    state.type("mon")
    #expect(state.text().contains("Mon 9 Mar 2026"))
    state.press("Tab")
    state.type("+7")
    #expect(state.text().contains("Mon 16 Mar 2026"))
    state.press("Tab")
    state.type("every expense-report")
    let rules = added(state.press("Enter"))
    #expect(
      rules == [
        StandingDelegation(
          from: "frank", to: "sue", scope: .type("expense-report"),
          start: Day(iso8601: "2026-03-09"), end: Day(iso8601: "2026-03-16"))
      ])
  }

  static let people = [("frank", "Frank Berg"), ("ivan", "Ivan Petrov"), ("sue", "Sue Lind")].map {
    PersonChoice(id: PersonID($0.0), name: $0.1, note: "", isAdministrator: false)
  }

  @Test("what cannot be read keeps the form open and says why, a date as it is typed")
  func typed() {
    var state = loaded()
    state.press("n")
    state.answer(.people, .people(Self.people))
    state.type("nobody")
    state.press("Tab Tab Tab Enter")
    #expect(state.dialog?.complaint?.contains("none of them is “nobody”") == true)
    #expect(state.dialog?.focus == 0)
    state.press("^U")
    state.type("sue")
    state.press("Tab")
    state.type("s")
    #expect(!state.text().contains("no date"))
    state.type("omeday")
    #expect(state.text().contains("no date"))
    state.press("Tab Tab Enter")
    #expect(state.dialog?.complaint?.contains("is not a date") == true)
    #expect(state.dialog?.focus == 1)
  }

  @Test("a date of a dialog is chosen in the calendar too")
  func calendar() {
    var state = loaded()
    state.press("n Tab Tab ^K")
    #expect(state.text().contains("March 2026"))
    state.press("t Right Enter")
    #expect(state.overlay == nil)
    #expect(state.dialog?.fields[2].area.text == "2026-03-04")
    state.press("^K Esc")
    #expect(state.dialog != nil && state.overlay == nil)
  }

  @Test("a refusal of the engine brings back what was typed, with its reason")
  func refused() {
    var state = loaded()
    state.press("n")
    state.answer(.people, .people(Self.people))
    state.type("frank")
    #expect(added(state.press("Tab Tab Tab Enter")).count == 1)
    #expect(state.dialog == nil)
    _ = state.update(
      .delegated(.failure(EngineError(.badData, "nobody delegates to themselves"))))
    #expect(state.dialog?.complaint == "Nobody delegates to themselves")
    #expect(state.dialog?.fields.first?.value == "frank")
  }

  @Test("an administrator delegates for others, others for themselves alone")
  func forOthers() {
    var state = loaded(isAdministrator: true)
    state.press("n")
    #expect(state.dialog?.fields.count == 5)
    state.answer(.people, .people(Self.people))
    state.type("ivan")
    state.press("Tab")
    state.type("sue")
    let rules = added(state.press("Tab Tab Tab Enter"))
    #expect(rules.first?.from == "ivan")
  }

  @Test("e changes a rule in place of the old one, and a rule as it was is left alone")
  func edits() {
    var state = loaded()
    state.press("Tab e")
    #expect(state.press("Tab Tab Tab Enter").isEmpty)
    state.press("e Tab Tab ^U")
    state.type("2026-04-01")
    let effects = state.press("Tab Enter")
    guard case .delegate(let rule, replacing: let replaced, _)? = effects.first else {
      Issue.record("nothing was changed")
      return
    }
    #expect(replaced == 1)
    #expect(rule.end == Day(iso8601: "2026-04-01"))
  }

  @Test("x removes after the undo window, and u keeps it")
  func removes() {
    func removed(_ effects: [Effect]) -> [Int64] {
      effects.compactMap { if case .removeDelegation(let number, _) = $0 { number } else { nil } }
    }
    var state = loaded()
    #expect(removed(state.press("Tab x")).isEmpty)
    #expect(state.text().contains("removed, u"))
    state.press("u")
    #expect(state.deletions.isEmpty)
    state.press("x")
    let effects = state.update(
      .clock(state.now.advanced(by: .seconds(9)), uptime: state.uptime + .seconds(9)))
    #expect(removed(effects) == [1])
    #expect(removed(state.press("x q")).isEmpty == false, "leaving removes what was said")
  }

  @Test("rules of the file and of others are off with the reason")
  func off() {
    var state = loaded()
    state.press("Tab G x")
    #expect(state.toasts.last?.text.contains("organisation's file") == true)
    state.press("k k x")
    #expect(state.toasts.last?.text.contains("only Sue Lind") == true)
    state.press("Tab x")
    #expect(state.toasts.last?.text.contains("Tab goes to them") == true)
    var readOnly = loaded(isReadOnly: true)
    readOnly.press("n")
    #expect(readOnly.dialog == nil)
  }
}
