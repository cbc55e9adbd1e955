// `countersign instance at`: an instance as it was after one of its messages.

import ApplicationRuntime
import ArgumentParser
import WorkflowRuntime

struct InstanceAtCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "at", abstract: "Show an instance as it was after one of its messages.",
    discussion: "Nothing is run: the history is read up to that message.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The instance: I-000007.")
  var instance: String

  @Argument(help: "The message's sequence number; without it the last one.")
  var sequence: Int64?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let id = try ItemArgument.instance(instance)
    let session = try context.openSession()
    let moment = try session.engine.instance(id, at: sequence, as: try session.actor)
    try session.output.write(InstanceMomentObject(moment: moment))
    return .done
  }
}
