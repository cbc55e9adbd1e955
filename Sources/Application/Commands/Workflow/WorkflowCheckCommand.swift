// `countersign workflow check`: every problem of a file, all at once.

import ArgumentParser

struct WorkflowCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a workflow's file; every problem is told.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "A file, - for standard input, or shipped:NAME.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let source = try WorkflowSource(file, environment: context.environment)
    let session = try context.openSession()
    let findings = try session.engine.checkWorkflow(source.text, file: source.file).findings
    return try CheckedFile(findings: findings).write(
      to: session.output, good: "\(source.file) is good.")
  }
}
