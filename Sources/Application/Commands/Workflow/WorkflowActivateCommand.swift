// `countersign workflow activate`: the version that runs from now on.

import ArgumentParser
import Workflow

struct WorkflowActivateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "activate", abstract: "Make a version the one that runs: the newest, or another.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "The workflow's id.")
  var workflow: String

  @Argument(help: "The version's number.")
  var version: Int?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    return try WorkflowActivation(session: session, context: context)
      .activate(WorkflowID(workflow), version: version)
  }
}
