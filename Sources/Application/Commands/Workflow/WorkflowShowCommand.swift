// `countersign workflow show`: the text of a version.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct WorkflowShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a version's file: the active one, else the newest.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    name: .customLong("workflow-version"), help: ArgumentHelp("This version.", valueName: "n"))
  var version: Int?

  @Argument(help: "The workflow's id.")
  var workflow: String

  @Argument(help: "The version's number.")
  var number: Int?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let versions = try session.engine.versions(of: WorkflowID(workflow))
    let found =
      (number ?? version).map { number in versions.first { $0.version == number } }
      ?? versions.first(where: \.isActive) ?? versions.first
    guard let found else {
      throw EngineError(.notFound, "\(workflow) has no version \(number ?? version ?? 0).")
    }
    if options.output == .text {
      try session.output.writeLines(
        found.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    } else {
      try session.output.write(WorkflowObject(found, isWhole: true))
    }
    return .done
  }
}
