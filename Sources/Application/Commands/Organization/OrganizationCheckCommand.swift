// `countersign organization check`: every problem of a file, all at once.

import ArgumentParser
import Workflow

struct OrganizationCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an organisation's file; every problem is told.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let input = try OrganizationInput(file, environment: context.environment)
    let types = context.environment.types
    var (organization, findings) = Organization.parse(
      input.text, file: input.name, files: input.files, types: types.map(\.id))
    let prefixes = Dictionary(types.map { ($0.id, $0.prefix) }) { first, _ in first }
    findings += organization?.declaredTypes.flatMap { $0.collisions(with: prefixes) } ?? []
    return try CheckedFile(findings: findings)
      .write(to: context.output, good: "\(input.name) is good.")
  }
}
