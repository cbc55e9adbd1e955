// `countersign person show`: one person, who acts for them and for whom they act.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct PersonShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a person: manager, groups, queues, delegations.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The person's id; yourself without.")
  var person: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let organization = try session.engine.organization()
    let id = try person.map { try session.person($0) } ?? actor.person
    guard let found = organization.person(id) else {
      throw EngineError(.notFound, "There is no person “\(id)” in this organisation.")
    }
    let row = PersonRow(found, organization, today: try session.engine.today())
    try session.output.write(PersonObject(row))
    return .done
  }
}
