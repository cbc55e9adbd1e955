// `countersign queue continue`: for every process on this store, until it is changed again.

import ArgumentParser

struct QueueContinueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "continue", abstract: "Continue the batch job, for every process.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    try session.engine.`continue`(by: try session.actingPerson())
    let job = BatchJobObject(try session.engine.queueOverview())
    try job.write(to: session.output, saying: "The batch job continues: it is \(job.standing).")
    return .done
  }
}
