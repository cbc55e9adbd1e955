// `countersign queue set`: interval, batch size and wake of the batch job.

import ApplicationRuntime
import ArgumentParser

struct QueueSetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set how the batch job works, for every process.")

  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("How often it looks without being woken.", valueName: "duration"))
  var interval: DurationOption?

  @Option(help: ArgumentHelp("At most so many messages in a commit.", valueName: "n"))
  var batchSize: Int?

  @Option(help: ArgumentHelp("Whether a post wakes it at once: on or off.", valueName: "on|off"))
  var wake: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard interval != nil || batchSize != nil || wake != nil else {
      throw EngineError(.usage, "Say --interval, --batch-size or --wake.")
    }
    let wakes = try wake.map { text throws(EngineError) in
      switch text {
      case "on", "true", "yes": true
      case "off", "false", "no": false
      default: throw EngineError(.usage, "--wake takes on or off.")
      }
    }
    let session = try context.openSession()
    _ = try session.engine.setBatchJob(
      interval: interval?.duration, batchSize: batchSize, wakes: wakes,
      by: try session.actingPerson())
    let job = BatchJobObject(try session.engine.queueOverview())
    try job.write(to: session.output, saying: "The batch job is " + job.lines.joined() + ".")
    return .done
  }
}
