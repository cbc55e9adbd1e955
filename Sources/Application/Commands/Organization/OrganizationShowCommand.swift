// `countersign organization show`: the people and groups.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct OrganizationShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the organisation.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Print its file instead.")
  var source = false

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp(
      "Print a file that it names instead, such as holidays.ics.", valueName: "name"))
  var named: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let organization = session.identity.organization
    if source, named != nil {
      throw EngineError(.usage, "--source and --file exclude each other.")
    }
    if let text = try source ? organization.source : named.map({ try text(of: $0, organization) }) {
      try session.output.writeLines(
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
    } else {
      try session.output.write(OrganizationObject(organization))
    }
    return .done
  }

  private func text(of name: String, _ organization: Organization) throws(EngineError) -> String {
    if let text = organization.files[name] { return text }
    let names = organization.files.keys.sorted().joined(separator: ", ")
    throw EngineError(
      .notFound,
      "The organisation names no file “\(name)”" + (names.isEmpty ? "." : "; it names \(names)."))
  }
}
