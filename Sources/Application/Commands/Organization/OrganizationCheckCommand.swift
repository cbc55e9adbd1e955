// `countersign organization check`: every problem of a file, all at once.

import ArgumentParser
import Workflow

struct OrganizationCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an organisation's file; every problem is told.",
    discussion: """
      Where there is a store, the file is looked at beside its active workflows and open work \
      items: who and what they would miss is told as well.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "A file, or - for standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let input = try OrganizationInput(file, environment: context.environment)
    let findings = try findings(of: input, context)
    return try CheckedFile(findings: findings)
      .write(to: context.output, good: "\(input.name) is good.")
  }

  /// Against the store, where there is one: its workflows and its open work items.
  private func findings(
    of input: OrganizationInput, _ context: CommandContext
  ) throws -> [Finding] {
    if try context.storeLocation().exists {
      let session = try context.openSession()
      defer { session.close() }
      return try session.engine.checkOrganization(
        input.text, file: input.name, files: input.files
      ).findings
    }
    let types = context.environment.types
    let (organization, findings) = Organization.parse(
      input.text, file: input.name, files: input.files, types: types.map(\.id))
    let prefixes = Dictionary(types.map { ($0.id, $0.prefix) }) { first, _ in first }
    return findings + (organization?.declaredTypes.flatMap { $0.collisions(with: prefixes) } ?? [])
  }
}
