// `countersign queue step`: the next message alone, in a commit of its own.

import ApplicationRuntime
import ArgumentParser

struct QueueStepCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Pause the batch job and handle one message.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let (message, wasRunning) = try session.engine.step(by: try session.actingPerson())
    if wasRunning {
      try session.output.note("The batch job is paused now; `queue continue` lets it go on.")
    }
    if let message {
      try session.output.write(MessageObject(message, isWhole: true))
    } else if options.output == .text {
      try session.output.say("Nothing is due.")
    } else {
      try session.output.write([MessageObject]())
    }
    return .done
  }
}
