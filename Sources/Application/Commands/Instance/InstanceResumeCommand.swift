// `countersign instance resume`: go on from the saved point, one by one or all with one error.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct InstanceResumeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with stopped instances from their saved points.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("All that stopped with an error with this text.", valueName: "error=TEXT"))
  var condition: String?

  @Argument(help: "Instances: I-000007.")
  var instances: [String] = []

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard instances.isEmpty != (condition == nil) else {
      throw EngineError(.usage, "Name instances, or say --where error=TEXT.")
    }
    guard let condition else {
      let session = try context.openSession()
      return try ActionSequence(session: session).run(on: instances) { text in
        ActionRequest(
          .resume, .instance(try ItemArgument.instance(text)), comment: options.comment,
          key: options.key)
      }
    }
    guard condition.hasPrefix("error="), condition.count > 6 else {
      throw EngineError(.usage, "--where takes error=TEXT.")
    }
    let session = try context.openSession()
    let (resumed, ending) = try resume(String(condition.dropFirst(6)), session)
    var results: [ActionResultObject] = []
    for (instance, result) in resumed {
      results.append(
        ActionResultObject(
          target: instance.description,
          outcome: result.map { ActionResultObject.Outcome(result: $0, isHandled: false) }))
    }
    let sequence = ActionSequence(session: session)
    guard let ending else { return try sequence.write(try settled(results, session: session)) }
    _ = try sequence.write(results)
    try session.output.note(
      "Stopped. \(Words.count(results.count, "instance")) by then; the others stand as they did.")
    return ending
  }

  private typealias Resumed = [(instance: InstanceID, result: Result<ActionResult, EngineError>)]

  /// Resumes page by page. A signal ends it between two pages, and is told by its status.
  private func resume(
    _ text: String, _ session: Session
  ) throws -> (resumed: Resumed, ending: ExitStatus?) {
    let signals = EndingSignals()
    let resumed = try session.engine.resumeInstances(
      whereErrorContains: text, by: try session.actingPerson(),
      isStopped: { signals.ending != nil })
    return (resumed, signals.ending)
  }

  /// Runs what was resumed, once for all.
  private func settled(
    _ results: [ActionResultObject], session: Session
  ) throws -> [ActionResultObject] {
    if options.noRun || results.isEmpty { return results }
    let isHandled = try session.engine.settle(nil, wait: options.wait.duration)
    if !isHandled { try session.output.note(try session.unhandledReason()) }
    return try results.map { object in
      guard case .success(let outcome) = object.outcome else { return object }
      let result = try session.refreshed(outcome.result)
      return ActionResultObject(
        target: object.target, outcome: .success(.init(result: result, isHandled: isHandled)))
    }
  }
}
