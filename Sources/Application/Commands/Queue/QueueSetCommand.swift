// `countersign queue set`: interval, batch size and wake of the batch job.

import ApplicationRuntime
import ArgumentParser
import WorkflowRuntime

struct QueueSetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set how the batch job works, for every process.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("How often it looks without being woken.", valueName: "duration"))
  var interval: DurationOption?

  @Option(help: ArgumentHelp("At most so many messages in a commit.", valueName: "n"))
  var batchSize: Int?

  @Option(help: ArgumentHelp("Whether a post wakes it at once: on or off.", valueName: "on|off"))
  var wake: String?

  @Flag(help: "Let limits and reminders go on that are held since the clock leapt.")
  var releaseTimers = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let changes = interval != nil || batchSize != nil || wake != nil
    guard changes || releaseTimers else {
      throw EngineError(.usage, "Say --interval, --batch-size, --wake or --release-timers.")
    }
    let wakes = try wake.map { text throws(EngineError) in
      switch text {
      case "on", "true", "yes": true
      case "off", "false", "no": false
      default: throw EngineError(.usage, "--wake takes on or off.")
      }
    }
    let session = try context.openSession()
    let actor = try session.actingPerson()
    if changes {
      _ = try session.engine.setBatchJob(
        interval: interval?.duration, batchSize: batchSize, wakes: wakes, by: actor)
    }
    if releaseTimers { try release(session, by: actor) }
    let job = BatchJobObject(try session.engine.queueOverview())
    try job.write(to: session.output, saying: "The batch job is " + job.lines.joined() + ".")
    return .done
  }

  private func release(_ session: Session, by actor: Actor) throws {
    guard try session.engine.releaseTimers(by: actor) != nil else {
      return try session.output.note("Limits and reminders are not held.")
    }
    try session.output.note("Limits and reminders go on.")
    if !options.noRun { _ = try session.engine.settle(nil, wait: options.wait.duration) }
  }
}
