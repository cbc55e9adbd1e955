// `countersign queue show`: one message with everything that it carries.

import ApplicationRuntime
import ArgumentParser

struct QueueShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a message with its payload.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The number of the message.")
  var sequence: Int64

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let message = try session.engine.message(sequence, as: try session.actor)
    try session.output.write(MessageObject(message, isWhole: true))
    return .done
  }
}
