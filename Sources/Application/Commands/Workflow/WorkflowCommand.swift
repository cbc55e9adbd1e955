// `countersign workflow …`: the configurations of workflow types, in versions.

import ArgumentParser

struct WorkflowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow", abstract: "Check, save, activate, draw and simulate workflows.",
    subcommands: [
      WorkflowListCommand.self, WorkflowShowCommand.self, WorkflowCheckCommand.self,
      WorkflowSaveCommand.self, WorkflowActivateCommand.self, WorkflowDeleteCommand.self,
      WorkflowDiffCommand.self, WorkflowDiagramCommand.self, WorkflowSimulateCommand.self,
    ])
}
