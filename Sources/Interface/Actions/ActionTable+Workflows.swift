// Workflows: edit, check, activate, simulate, compare; and the steps of a simulation.

import ApplicationRuntime
import Screen

extension ActionTable {
  private static let pages: Set<PageKind> = [.workflows, .workflow]

  static let workflowActions: [PageAction] = versionActions + simulationActions

  private static let versionActions: [PageAction] = [
    PageAction(
      .new, "n", "new", "Begins a new workflow: a copy, a small one, a shipped one, or a file.",
      in: [.workflows], footer: 10, when: { $0.newWorkflow },
      perform: { $0.beginNewWorkflow() }),
    PageAction(
      .edit, "e", "edit", "Opens the text in $EDITOR; what comes back is checked and saved.",
      in: pages, footer: 11, when: { $0.keepingOfWorkflow },
      perform: { $0.editWorkflow() }),
    PageAction(
      .save, "^S", "save", "Saves the text as a new version.", in: [.workflow], footer: 12,
      when: { $0.savingOfWorkflow }, perform: { $0.saveWorkflow() }),
    PageAction(
      .check, "c", "check", "Checks it as the organisation is now and lists what is wrong.",
      in: pages, footer: 13, when: { $0.readingOfWorkflow },
      perform: { $0.checkWorkflow() }),
    PageAction(
      .activate, "A", "activate",
      "Makes it the version that runs, or takes the workflow out of use.", in: pages,
      danger: .asksFirst, footer: 14, when: { $0.activationOfWorkflow },
      perform: { $0.activateWorkflow() }),
    PageAction(
      .simulate, "s", "simulate", "Sends a document through it in thought.", in: pages, footer: 15,
      when: { $0.simulationOfWorkflow },
      perform: { $0.simulateWorkflow() }),
    PageAction(
      .compare, "=", "compare", "Shows what differs from another version.", in: pages, footer: 16,
      when: { $0.readingOfWorkflow },
      perform: { $0.compareWorkflow() }),
    PageAction(
      .text, "t", "text", "Shows its text with the numbers of the lines.", in: pages, footer: 17,
      when: { $0.readingOfWorkflow },
      perform: { $0.showWorkflowText() }),
    PageAction(
      .delete, "x", "delete", "Deletes the version, or the workflow with all of them.", in: pages,
      danger: .asksFirst, footer: 18, when: { $0.deletionOfWorkflow },
      perform: { $0.deleteWorkflow() }),
    PageAction(
      .open, "Enter", "to the line", "Opens $EDITOR at the line of the finding.", in: [.workflow],
      footer: 9, when: { $0.openingOfFinding },
      perform: { $0.openWorkflowFinding() }),
    PageAction(
      .nextPane, "Tab", "pane", "Goes to the other pane.", in: [.workflow], footer: 66
    ) { $0.switchPane(by: 1) },
    PageAction(
      .previousPane, "S-Tab", "pane before", "Goes to the other pane.", in: [.workflow]
    ) { $0.switchPane(by: -1) },
  ]

  private static let simulationActions: [PageAction] = [
    PageAction(
      .pointBack, "[", "back", "Goes to the step before.", in: [.simulation], footer: 10
    ) { $0.step(simulationTo: { $0.index - 1 }) },
    PageAction(
      .pointForward, "]", "forward", "Goes to the next step.", in: [.simulation], footer: 11
    ) { $0.step(simulationTo: { $0.index + 1 }) },
    PageAction(
      .firstPoint, "{", "first", "Goes to the first step.", in: [.simulation], footer: 12
    ) { $0.step(simulationTo: { _ in 0 }) },
    PageAction(
      .live, "}", "end", "Goes to the end.", in: [.simulation], footer: 13
    ) { $0.step(simulationTo: { $0.steps.count - 1 }) },
    PageAction(
      .edit, "e", "change", "Changes values, answers or the time, and simulates once more.",
      in: [.simulation], footer: 14
    ) { $0.changeSimulation() },
  ]
}
