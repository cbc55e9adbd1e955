// Dialogs: their buttons, and what Esc does.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Dialogs")
struct DialogTests {
  func inbox() -> InterfaceState {
    var state = InterfaceState.sample()
    state.fillInbox()
    return state
  }

  @Test("the safe button is called Back and comes first; the other is the verb with its object")
  func buttons() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Sample.instances, next: nil)))
    state.press("X")
    #expect(state.dialog?.buttons.map(\.label) == ["Back", "Cancel the instance"])
    state.press("Tab")
    #expect(state.dialog?.focusedButton?.role == .cancel)
    state = inbox()
    state.press("r")
    #expect(state.dialog?.buttons.map(\.label) == ["Back", "Reject ER-000009"])
    state.press("Tab")
    #expect(state.dialog?.focusedButton?.role == .confirm)
    state.press("Tab")
    #expect(state.dialog?.focusedButton?.role == .cancel)
    state.press("Tab")
    #expect(state.dialog?.focusedField == 0)
  }

  @Test("Esc over a written comment asks once more; any other key forgets that")
  func dropping() {
    var state = inbox()
    state.press("r")
    state.type("too much")
    state.press("Esc")
    #expect(state.dialog?.complaint == "Esc again drops the text.")
    state.type("!")
    #expect(state.dialog?.complaint == nil)
    state.press("Esc")
    #expect(state.dialog?.fields.first?.area.text == "too much!")
    state.press("Esc")
    #expect(state.dialog == nil)
    state.press("r Esc")
    #expect(state.dialog == nil)
  }

  @Test("under a dialog or an overlay the footer has its keys")
  func footer() throws {
    var state = inbox()
    for (key, shown) in [("r", "confirm"), ("?", "scroll"), (":", "complete")] {
      state.press(key)
      let footer = try #require(state.text().split(separator: "\n").last)
      #expect(footer.contains(shown) && footer.contains("Esc"))
      #expect(!footer.contains("approve"))
      state.press("Esc")
    }
  }

  @Test("what was told goes with the next key that does something; a countdown stays")
  func passingToasts() {
    var state = inbox()
    state.press("y")
    #expect(state.toasts.last?.text == "Copied ER-000009.")
    state.press("j")
    #expect(state.toasts.isEmpty)
    state.press("a")
    let result = ActionResult(
      document: "ER-000012", workItems: [WorkItemID(12)], instance: InstanceID(12),
      status: .inReview, message: "Approved.")
    _ = state.update(.acted(work: 1, index: 0, .success(result)))
    state.press("j")
    #expect(state.toasts.last?.takesEffect != nil)
  }
}
