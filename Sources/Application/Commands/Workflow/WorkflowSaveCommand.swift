// `countersign workflow save`: a new version, and with --activate the one that runs.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct WorkflowSaveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save a file as a new version of its workflow.")

  @OptionGroup var options: SharedOptions

  @Flag(help: "Activate the new version.")
  var activate = false

  @Argument(help: "A file, - for standard input, or shipped:NAME.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let source = try WorkflowSource(file, environment: context.environment)
    let session = try context.openSession()
    if activate {
      // What cannot be activated is not saved either: nothing is half done.
      let findings = try session.engine.checkWorkflow(source.text, file: source.file).findings
      try CheckedFile(findings: findings).requireNoErrors(in: source.file)
    }
    let saved = try session.engine.saveWorkflow(
      source.text, file: source.file, comment: options.comment, by: try session.actingPerson())
    let name = "\(saved.workflow) version \(saved.version)"
    guard activate else {
      if options.output == .text {
        try session.output.say("Saved \(name).")
      } else {
        try session.output.write(WorkflowObject(saved))
      }
      return .done
    }
    try session.output.say("Saved \(name).")
    return try WorkflowActivation(session: session, context: context)
      .activate(saved.workflow, version: saved.version)
  }
}
