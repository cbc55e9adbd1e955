// `countersign organization load`: another organisation from now on.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct OrganizationLoadCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Take an organisation's file as the one that holds.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let input = try OrganizationInput(file, environment: context.environment)
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let checked = CheckedFile(
      findings: try session.engine.checkOrganization(
        input.text, file: input.name, files: input.files
      ).findings)
    try checked.requireNoErrors(in: input.name)
    for finding in checked.findings { try session.output.note(finding.description) }
    let warned =
      checked.findings.isEmpty
      ? "" : " with \(Words.count(checked.findings.count, "warning"))"
    try context.confirm("Load \(input.name) in place of the present organisation\(warned)?")
    let loaded = try session.engine.loadOrganization(
      input.text, file: input.name, files: input.files, by: actor)
    if session.output.format == .text {
      let files = loaded.files.keys.sorted().map { ", \($0)" }.joined()
      try session.output.say("Loaded \(input.name)\(files), revision \(loaded.revision).")
    } else {
      try session.output.write(OrganizationObject(try session.engine.organization()))
    }
    return .done
  }
}
