// `countersign instance migrate`: waiting instances go over to another version.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct InstanceMigrateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Move waiting instances to another version of their workflow."
  )

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("The version that they go to.", valueName: "version"))
  var to: Int

  @Option(
    help: ArgumentHelp("All open instances of this workflow that fit --filter.", valueName: "id"))
  var workflow: String?

  @Argument(help: "Instances: I-000007.")
  var instances: [String] = []

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard instances.isEmpty != (workflow == nil) else {
      throw EngineError(.usage, "Name instances, or say --workflow ID.")
    }
    guard let workflow else {
      guard options.key == nil || instances.count == 1 else {
        throw EngineError(.usage, "--key goes with one instance.")
      }
      let session = try context.openSession()
      return try ActionSequence(session: session).run(on: instances) { text in
        ActionRequest(
          .migrate, .instance(try ItemArgument.instance(text)), comment: options.comment,
          version: to, key: options.key)
      }
    }
    let session = try context.openSession()
    let signals = EndingSignals()
    let moved = try migrate(WorkflowID(workflow), session, signals)
    if moved.isEmpty { try session.output.say("No open instance is meant.") }
    let isHandled =
      try moved.isEmpty || options.noRun
      ? false : session.engine.settle(nil, wait: options.wait.duration)
    let results = try moved.map { instance, result in
      let target = instance.description
      guard case .success(let done) = result else {
        return ActionResultObject(
          target: target, outcome: result.map { .init(result: $0, isHandled: false) })
      }
      return ActionResultObject(
        target: target,
        outcome: .success(.init(result: try session.refreshed(done), isHandled: isHandled)))
    }
    let status = try ActionSequence(session: session).write(results)
    return signals.ending ?? status
  }

  private func migrate(
    _ workflow: WorkflowID, _ session: Session, _ signals: EndingSignals
  ) throws -> [(instance: InstanceID, result: Result<ActionResult, EngineError>)] {
    let filter = try session.filter(among: InstanceRow.filterFields)
    let calendar = try session.filterCalendar()
    return try session.engine.migrateInstances(
      of: workflow, to: to, comment: options.comment, by: try session.actingPerson(),
      isMeant: { filter.matches($0.filterRow, calendar: calendar) },
      isStopped: { signals.ending != nil })
  }
}
