// `countersign workflow list`: the workflows, or the versions of one.

import ArgumentParser
import Workflow

struct WorkflowListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List workflows, or the versions of one.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "A workflow whose versions are listed.")
  var workflow: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let versions =
      if let workflow {
        try session.engine.versions(of: WorkflowID(workflow))
      } else {
        try session.engine.workflows()
      }
    try session.output.write(versions.map { WorkflowObject($0) })
    if versions.isEmpty {
      try session.output.say("No workflows; `workflow save shipped:expense-approval --activate`.")
    }
    return .done
  }
}
