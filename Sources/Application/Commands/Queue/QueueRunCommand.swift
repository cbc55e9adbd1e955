// `countersign queue run`: the batch job runs what is due now.

import ArgumentParser

struct QueueRunCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run what is due now.")

  @OptionGroup var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let before = try session.engine.queueOverview().counts.handled
    try session.engine.runNow(by: try session.actingPerson())
    let isHandled = try session.engine.settle(nil, wait: options.wait.duration)
    if !isHandled { try session.output.note(try session.unhandledReason()) }
    let overview = try session.engine.queueOverview()
    try BatchJobObject(overview).write(
      to: session.output,
      saying: "Handled \(Words.count(overview.counts.handled - before, "message")), "
        + "\(overview.counts.depth) left.")
    return .done
  }
}
