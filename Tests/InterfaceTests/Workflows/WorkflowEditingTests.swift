// Workflows in `$EDITOR`: checked when they come back, never lost, saved as a version.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Workflows in $EDITOR")
struct WorkflowEditingTests {
  private let changed = Sample.workflowSource + "owner: carol\n"

  /// After an edit whose text was checked with these findings.
  private func edited(_ findings: [Finding]) -> InterfaceState {
    var state = InterfaceState.workflows()
    state.press("e")
    _ = state.update(.edited(changed))
    state.answer(.check(changed), .checked(Sample.check(findings)))
    return state
  }

  @Test("e opens the text; what comes back as it was is nothing")
  func unchanged() {
    var state = InterfaceState.workflows()
    #expect(state.press("e").edits.map(\.text) == [Sample.workflowSource])
    // The editor takes the last line end away.
    #expect(state.update(.edited(String(Sample.workflowSource.dropLast()))).isEmpty)
    #expect(state.page.kind == .workflows)
  }

  @Test("what comes back is checked; with problems they are listed with line, column and remedy")
  func problems() {
    var state = InterfaceState.workflows()
    state.press("e")
    #expect(state.update(.edited(changed)).orders == [.check(changed)])
    state.answer(.check(changed), .checked(Sample.check(Sample.findings)))
    #expect(state.dialog == nil)
    let text = state.text()
    #expect(text.contains("line 12, column 15"))
    #expect(text.contains("did you mean “receipts”?"))
    #expect(text.contains("1 error, 1 warning"))
  }

  @Test("Enter on a finding opens the editor at its line, with the text as it was left")
  func toTheLine() {
    var state = edited(Sample.findings)
    let edits = state.press("j Enter").edits
    #expect(edits.map(\.line) == [20])
    #expect(edits.map(\.text) == [changed])
  }

  @Test("e goes on editing the text that was not saved")
  func goesOn() {
    var state = edited(Sample.findings)
    #expect(state.press("e").edits.map(\.text) == [changed])
    _ = state.update(.edited(nil))
    #expect(state.page.workflow?.draft?.text == changed)
  }

  @Test("without problems it asks for a comment and is saved as a new version")
  func saving() {
    var state = edited([])
    #expect(state.dialog?.title == "Save as a new version of expense-approval")
    state.type("owner named")
    #expect(state.press("Enter").orders == [.save(changed, comment: "owner named")])
    let stored = StoredWorkflowVersion(
      workflow: "expense-approval", version: 4, documentType: "expense-report", title: "Approval",
      source: changed, comment: nil, savedAt: Sample.now, savedBy: "carol", isActive: false)
    state.answer(.save(changed, comment: "owner named"), .saved(stored, isNew: true))
    #expect(state.page.workflow?.version?.number == 4)
    #expect(state.toasts.last?.text == "Saved expense-approval version 4.")
    state.press("Esc Esc")
    #expect(state.page.kind == .workflows)
  }

  @Test("a text with errors can be saved, and says that it cannot be activated")
  func savingErrors() {
    var state = edited(Sample.findings)
    state.press("^S")
    #expect(state.dialog?.lines.first?.contains("not be activated") == true)
    state = edited([])
    state.press("Esc")
    state.answer(.check(changed), .checked(Sample.check(Sample.findings, workflow: nil)))
    state.press("^S")
    #expect(state.toasts.last?.text.contains("cannot be read as a workflow") == true)
  }

  @Test(
    "an unsaved text is dropped only when that is confirmed",
    arguments: ["Esc", "q", "1", "Q", "x"])
  func dropping(key: String) {
    var state = edited(Sample.findings)
    #expect(!state.press(key).quits)
    #expect(state.dialog?.isDangerous == true)
    state.press("Enter")
    #expect(state.page.workflow?.draft?.text == changed)
    state.press(key)
    let effects = state.press("y")
    #expect(state.page.workflow?.draft == nil)
    #expect(effects.quits == (key == "Q"))
  }

  @Test("n offers a copy, each type, what is shipped, and a file")
  func offers() {
    var state = InterfaceState.workflows()
    state.setup.shippedWorkflows = [
      ShippedWorkflow(id: "purchase-approval", title: "Purchases", text: "workflow: p\n")
    ]
    state.press("n")
    let text = state.text()
    for words in [
      "of expense-approval version 3", "For Expense report", "purchase-approval", "A file",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    state.press("Down Down")
    #expect(state.press("Enter").edits.map(\.text) == ["workflow: p\n"])
  }

  @Test("a new workflow has an id of its own")
  func newID() {
    var state = InterfaceState.workflows()
    state.press("n Enter")
    state.press("^U")
    state.type("expense-approval")
    #expect(state.press("Enter").edits.isEmpty)
    #expect(state.dialog?.complaint?.contains("already") == true)
    state.press("^U")
    state.type("mine")
    #expect(
      state.press("Enter").edits.map(\.text) == [
        Sample.workflowSource.replacing("expense-approval", with: "mine", maxReplacements: 1)
      ])
    #expect(state.update(.edited("workflow: mine\n")).orders == [.check("workflow: mine\n")])
  }

  @Test("c checks what is saved against the organisation as it is now")
  func checking() {
    var state = InterfaceState.workflows()
    #expect(state.press("c").orders == [.check(Sample.workflowSource)])
    #expect(state.page.kind == .workflow)
    let row = Sample.versions[0]
    state.answer(.workflow("expense-approval", 3), .workflow(Sample.versionDetail(row)))
    let effects = state.answer(
      .check(Sample.workflowSource), .checked(Sample.check(Sample.findings)))
    #expect(effects.readings.contains(.workflow("expense-approval", 3)))
    #expect(state.toasts.last?.text.contains("1 error, 1 warning") == true)
  }
}
