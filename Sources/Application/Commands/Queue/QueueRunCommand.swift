// `countersign queue run`: the batch job runs what is due now.

import ApplicationRuntime
import ArgumentParser
import WorkflowRuntime

struct QueueRunCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run what is due now.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let before = try session.engine.queueOverview().counts
    let faultsBefore = try faults(session)
    try session.engine.runNow(by: try session.actingPerson())
    try session.deliver()
    let isHandled = try withExtendedLifetime(session.suspension()) {
      try session.engine.settle(nil, wait: options.wait.duration)
    }
    if !isHandled { try session.output.note(try session.unhandledReason()) }
    let overview = try session.engine.queueOverview()
    let failed = try faults(session).filter { faultsBefore[$0.key] != $0.value }
    let stopped = failed.values.filter { $0.state == .stopped }.count
    var sentence =
      "Handled \(Words.count(overview.counts.handled - before.handled, "message")), "
      + "\(overview.counts.depth) left"
    if !failed.isEmpty {
      sentence +=
        ", \(failed.count) failed" + (stopped > 0 ? ", \(stopped) of them stopped" : "")
        + ": see queue list"
    }
    try BatchJobObject(overview).write(to: session.output, saying: sentence + ".")
    for message in failed.values.sorted(by: { $0.sequence < $1.sequence }).prefix(Self.told) {
      try session.output.note(
        "message \(message.sequence), \(message.document): \(message.error ?? "failed")")
    }
    return .done
  }

  /// So many failures are told with their errors.
  private static let told = 5

  /// The messages that failed and are still to be handled, as far as one window shows them.
  private func faults(_ session: Session) throws -> [Int64: Message] {
    let pending = try session.engine.queue(
      .pending, as: try session.actingPerson(), limit: 5_000)
    let failed = pending.filter { $0.attempts > 0 && $0.error != nil }
    return Dictionary(failed.map { ($0.sequence, $0) }) { first, _ in first }
  }
}
