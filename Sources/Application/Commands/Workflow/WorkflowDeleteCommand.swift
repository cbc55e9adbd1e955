// `countersign workflow delete`: a version that no open instance runs, or all of them.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct WorkflowDeleteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a version, or a workflow with all its versions.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The workflow's id.")
  var workflow: String

  @Argument(help: "The version's number; all versions without.")
  var version: Int?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let name = version.map { "\(workflow) version \($0)" } ?? "\(workflow) with all its versions"
    _ = try session.engine.versions(of: WorkflowID(workflow))
    try context.confirm("Delete \(name)?")
    let gone = try session.engine.deleteWorkflow(
      WorkflowID(workflow), version: version, by: actor)
    if session.output.format == .text {
      try session.output.say("Deleted \(name): \(Words.count(gone.count, "version")).")
    } else {
      try session.output.write(
        DeletedWorkflowObject(workflow: WorkflowID(workflow), versions: gone))
    }
    return .done
  }
}
