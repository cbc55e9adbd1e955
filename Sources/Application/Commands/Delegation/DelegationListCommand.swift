// `countersign delegation list`: the standing rules that hold now or will.

import ArgumentParser
import Workflow

struct DelegationListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your standing delegations, or somebody's, or all.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Everybody's, for administrators.")
  var all = false

  @Argument(help: "Whose; for administrators.")
  var person: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let whose = all ? nil : try person.map { try session.person($0) } ?? actor.person
    let rows = try session.engine.delegations(of: whose, as: actor)
    try session.output.write(rows.map { DelegationObject($0) })
    if rows.isEmpty { try session.output.say("No delegations.") }
    return .done
  }
}
