// `countersign organization show`: the people and groups.

import ArgumentParser

struct OrganizationShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the organisation.")

  @OptionGroup var options: SharedOptions

  @Flag(help: "Print its file instead.")
  var source = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let organization = session.identity.organization
    if source {
      try session.output.writeLines(
        organization.source.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init))
    } else {
      try session.output.write(OrganizationObject(organization))
    }
    return .done
  }
}
