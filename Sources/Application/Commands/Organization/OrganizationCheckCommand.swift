// `countersign organization check`: every problem of a file, all at once.

import ArgumentParser
import Workflow

struct OrganizationCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an organisation's file; every problem is told.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let input = try OrganizationInput(file, environment: context.environment)
    let findings = Organization.parse(
      input.text, file: input.name, files: input.files,
      types: context.environment.types.map(\.id)
    ).findings
    return try CheckedFile(findings: findings)
      .write(to: context.output, good: "\(input.name) is good.")
  }
}
