// The list of versions, and what is done with one of them.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Page of workflows")
struct WorkflowsPageTests {
  @Test("it reads the versions, and the one that is selected as the selection moves")
  func readings() {
    var state = InterfaceState.sample(isAdministrator: true)
    #expect(state.press("6").readings.contains(.workflows))
    let first = state.answer(.workflows, .workflows(Sample.versions))
    #expect(first.readings == [.workflow("expense-approval", 3)])
    state.readSelectedWorkflow()
    #expect(state.press("j").readings == [.workflow("expense-approval", 2)])
    let text = state.text()
    #expect(text.contains("1 error of 2"))
    #expect(text.contains("active"))
  }

  @Test("a version that cannot be read is not asked for without end")
  func failure() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("6")
    state.answer(.workflows, .workflows(Sample.versions))
    let effects = state.update(
      .read(
        .workflow("expense-approval", 3), as: state.viewer.actor,
        .failure(EngineError(.notFound, "it is gone"))))
    #expect(effects.readings.isEmpty)
  }

  @Test("Enter opens the drawing, and Esc comes back")
  func opens() {
    var state = InterfaceState.workflows()
    let effects = state.press("Enter")
    #expect(effects.readings.contains(.workflow("expense-approval", 3)))
    #expect(state.page.kind == .workflow)
    state.press("Esc")
    #expect(state.page.kind == .workflows)
  }

  @Test("a version with errors cannot be activated, and says so")
  func activatingErrors() {
    var state = InterfaceState.workflows()
    state.press("A")
    #expect(state.dialog == nil)
    #expect(state.toasts.last?.text.contains("it has 1 error") == true)
  }

  @Test("activating lists the warnings and says what becomes of running instances; Back is default")
  func activating() {
    var rows = Sample.versions
    rows[0] = Sample.version("expense-approval", 3, findings: [Sample.findings[1]])
    var state = InterfaceState.workflows(rows: rows)
    state.press("A")
    let lines = state.dialog?.lines ?? []
    #expect(lines.contains("It takes the place of version 2."))
    #expect(lines.contains { $0.contains("12 instances run it: they go on") })
    #expect(lines.contains { $0.contains("resolves to nobody for Sue Lind") })
    #expect(state.press("Enter").orders.isEmpty)
    state.press("A")
    #expect(state.press("A A").orders.isEmpty, "the verb's key never confirms")
    #expect(state.press("y").orders == [.activate("expense-approval", 3)])
  }

  @Test("A on the active version takes the workflow out of use")
  func deactivating() {
    var state = InterfaceState.workflows()
    state.press("j")
    state.readSelectedWorkflow()
    #expect(state.text().contains("A deactivate"))
    state.press("A")
    #expect(state.press("y").orders == [.deactivate("expense-approval")])
  }

  @Test("who keeps a workflow is said by the engine")
  func keeping() {
    let rows = [Sample.version("expense-approval", 1, reason: "only the owner may do that")]
    var state = InterfaceState.workflows(isAdministrator: false, rows: rows)
    for key in ["e", "A", "x"] {
      #expect(state.press(key).isEmpty)
      #expect(state.toasts.last?.text.contains("only the owner may do that") == true, "\(key)")
    }
    state.press("n")
    #expect(state.toasts.last?.text.contains("only an administrator") == true)
    #expect(!state.press("s").isEmpty, "everybody may simulate")
  }

  @Test("deleting is guarded: the engine's reason, or a dialog with Back as its default")
  func deleting() {
    var state = InterfaceState.workflows()
    state.readSelectedWorkflow(deleting: "I-000007 runs it")
    state.press("x")
    #expect(state.toasts.last?.text.contains("I-000007 runs it") == true)
    state.readSelectedWorkflow()
    state.press("x")
    #expect(state.dialog?.isDangerous == true)
    #expect(state.press("Enter").orders.isEmpty)
    state.press("x")
    #expect(state.press("y").orders == [.delete("expense-approval", 3)])
  }

  @Test("two versions are compared, the older one first")
  func comparing() {
    var state = InterfaceState.workflows()
    state.press("=")
    let effects = state.press("Enter")
    let reading = Reading.comparison(
      .version("expense-approval", 2), .version("expense-approval", 3))
    #expect(effects.readings == [reading])
    state.answer(
      reading,
      .comparison(
        WorkflowComparison(
          old: "expense-approval version 2", new: "expense-approval version 3",
          changes: [.init(.element(ElementPath(["audit"]), kind: "choice"), .added)],
          oldSource: "a\nb\nc\n", newSource: "a\nB\nc\n")))
    let text = state.text()
    #expect(text.contains("+ choice `audit`"))
    #expect(text.contains("-    2  b") && text.contains("+    2  B"))
  }

  @Test("t shows the text with the numbers of its lines")
  func text() {
    var state = InterfaceState.workflows()
    state.press("t")
    #expect(state.text().contains("   1  workflow: expense-approval"))
  }
}
