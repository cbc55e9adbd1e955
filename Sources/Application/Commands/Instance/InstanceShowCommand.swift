// `countersign instance show`: one run, with its elements and what it waits for.

import ArgumentParser

struct InstanceShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an instance with its elements.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The instance: I-000007.")
  var instance: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let id = try ItemArgument.instance(instance)
    let session = try context.openSession()
    let detail = try session.engine.instance(id, as: try session.actor)
    try session.output.write(InstanceObject(detail))
    return .done
  }
}
