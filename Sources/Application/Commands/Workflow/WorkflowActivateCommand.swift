// `countersign workflow activate`: the version that runs from now on, or none.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct WorkflowActivateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract:
      "Make a version the one that runs: the newest, or another; --none takes it out of use.",
    discussion: """
      One version of a workflow is active. With --none no document starts the workflow any more; \
      what runs goes on, and its versions stay.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The workflow's id.")
  var workflow: String

  @Argument(help: "The version's number.")
  var version: Int?

  @Flag(help: "No version runs from now on.")
  var none = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard !none || version == nil else {
      throw EngineError(.usage, "Say a version, or --none.")
    }
    let session = try context.openSession()
    guard none else {
      return try WorkflowActivation(session: session, context: context)
        .activate(WorkflowID(workflow), version: version)
    }
    let before = try session.engine.deactivateWorkflow(
      WorkflowID(workflow), by: try session.actingPerson())
    if session.output.format == .text {
      try session.output.say("\(workflow) is out of use; version \(before.version) was active.")
    } else {
      try session.output.write(WorkflowObject(before))
    }
    return .done
  }
}
