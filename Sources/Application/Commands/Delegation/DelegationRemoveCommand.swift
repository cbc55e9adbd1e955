// `countersign delegation remove`: a standing rule ends.

import ApplicationRuntime
import ArgumentParser

struct DelegationRemoveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "End a standing delegation; items that are out stay out.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Its number, as delegation list shows it.")
  var number: Int64

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let row = try session.engine.removeDelegation(
      number, comment: options.comment, by: try session.actingPerson())
    if session.output.format == .text {
      try session.output.say("\(row.toName) no longer acts for \(row.fromName).")
    } else {
      try session.output.write(DelegationObject(row))
    }
    return .done
  }
}
