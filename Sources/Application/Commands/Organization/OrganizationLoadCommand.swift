// `countersign organization load`: another organisation from now on.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct OrganizationLoadCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Take an organisation's file as the one that holds.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let input = try InputFile(file, environment: context.environment)
    let text = try input.text()
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let checked = CheckedFile(
      findings: try session.engine.checkOrganization(text, file: input.name).findings)
    try checked.requireNoErrors(in: input.name)
    for finding in checked.findings { try session.output.note(finding.description) }
    try context.confirm("Load \(input.name) in place of the present organisation?")
    let loaded = try session.engine.loadOrganization(text, file: input.name, by: actor)
    if session.output.format == .text {
      try session.output.say("Loaded \(input.name), revision \(loaded.revision).")
    } else {
      try session.output.write(OrganizationObject(try session.engine.organization()))
    }
    return .done
  }
}
