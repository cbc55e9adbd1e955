// `countersign workflow save`: a new version, and with --activate the one that runs.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct WorkflowSaveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save a file as a new version of its workflow.",
    discussion: """
      The text of the newest version, saved again, is that version. With --activate it is saved \
      and activated, or nothing is done.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Activate the new version.")
  var activate = false

  @Argument(help: "A file, - for standard input, or shipped:NAME.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let source = try WorkflowSource(file, environment: context.environment)
    let session = try context.openSession()
    let actor = try session.actingPerson()
    if activate { return try saveAndActivate(source, by: actor, session, context) }
    let before = try session.engine.workflows()
    let saved = try session.engine.saveWorkflow(
      source.text, file: source.file, comment: options.comment, by: actor)
    if session.output.format == .text {
      try session.output.say(Self.words(saved, isNew: !before.contains { $0.isSame(saved) }))
    } else {
      try session.output.write(WorkflowObject(saved))
    }
    return .done
  }

  private func saveAndActivate(
    _ source: WorkflowSource, by actor: Actor, _ session: Session, _ context: CommandContext
  ) throws -> ExitStatus {
    let activation = WorkflowActivation(session: session, context: context)
    try activation.requireAcceptance(of: source.text, file: source.file)
    let saved = try session.engine.saveAndActivateWorkflow(
      source.text, file: source.file, comment: options.comment, acceptingWarnings: true, by: actor)
    if session.output.format == .text {
      try session.output.say(Self.words(saved.version, isNew: saved.isNew))
    }
    try activation.tell(saved.version)
    return .done
  }

  private static func words(_ saved: StoredWorkflowVersion, isNew: Bool) -> String {
    let name = "\(saved.workflow) version \(saved.version)"
    return isNew ? "Saved \(name)." : "\(name) has this text already."
  }
}

extension StoredWorkflowVersion {
  fileprivate func isSame(_ other: StoredWorkflowVersion) -> Bool {
    workflow == other.workflow && version == other.version
  }
}
