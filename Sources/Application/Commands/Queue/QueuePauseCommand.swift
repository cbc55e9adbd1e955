// `countersign queue pause`: for every process on this store, until it is changed again.

import ArgumentParser

struct QueuePauseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Pause the batch job, for every process.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    try session.engine.pause(by: try session.actingPerson())
    let job = BatchJobObject(try session.engine.queueOverview())
    try job.write(to: session.output, saying: "The batch job is \(job.standing).")
    return .done
  }
}
