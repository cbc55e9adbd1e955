// `countersign status`: how the store is; with --check, whether all is well.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How the store is: queue, batch job, instances.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Exit with 1 when due work is old, or anything fails or is stopped.")
  var check = false

  /// Due work older than this many intervals of the batch job is old.
  private static let oldIntervals = 3
  /// So many instances that need somebody are named.
  private static let stuckShown = 1_000
  /// Of so many pending messages those that fail are told, so many of them one by one.
  private static let failuresSought = 1_000
  private static let failuresShown = 5

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let overview = try session.engine.queueOverview()
    let actor = try? session.actor
    let person = actor?.person
    let instances = try session.engine.store.read { try $0.instanceCounts() }
    let status = StatusObject(
      location: session.location.path, person: person,
      organization: session.identity.organization.name, overview: overview, instances: instances,
      openItems: try person.map { try session.engine.inboxCount(of: $0) },
      isSample: try session.engine.storeSetting(StoreSetting.sample) == "true",
      isTestClock: session.clock != nil,
      stuck: try actor.map { try Self.stuck(for: $0, session) } ?? [],
      problems: Self.problems(overview, instances)
        + (try Self.failures(as: actor, session)))
    try session.output.write(status)
    return check && !status.problems.isEmpty ? .failed : .done
  }

  /// What the person has to see to. Someone who may not act any more is told nothing of it.
  private static func stuck(for actor: Actor, _ session: Session) throws -> [InstanceRow] {
    do {
      return try session.engine.stuckInstances(as: actor, limit: stuckShown)
    } catch let error as EngineError where error.code == .notAllowed {
      return []
    }
  }

  /// What fails and is tried again: a sentence each, with the error for those who may know it.
  private static func failures(as actor: Actor?, _ session: Session) throws -> [String] {
    let failing = try session.engine.failingMessages(among: failuresSought)
    var sentences = failing.prefix(failuresShown).map { message in
      let whole = actor.flatMap { try? session.engine.message(message.sequence, as: $0) }
      let tries = session.engine.types[message.documentType]?.retry.tries
      return "message \(message.sequence) of \(message.document) fails"
        + (whole?.error.map { ": \($0)" } ?? "") + "; try \(message.attempts + 1)"
        + (tries.map { " of \($0)" } ?? "") + " at \(Words.time(message.retryAt))"
    }
    let rest = failing.count - sentences.count
    if rest > 0 { sentences.append(Words.count(rest, "message") + " more fail") }
    return sentences
  }

  static func problems(
    _ overview: QueueOverview, _ instances: [InstanceStatus: Int]
  ) -> [String] {
    var problems: [String] = []
    let stopped = instances[.stopped] ?? 0
    if stopped > 0 { problems.append(Words.count(stopped, "instance") + " stopped by an error") }
    let lost = instances[.unrecoverable] ?? 0
    if lost > 0 { problems.append(Words.count(lost, "instance") + " unrecoverable") }
    if overview.counts.stopped > 0 {
      problems.append(Words.count(overview.counts.stopped, "message") + " stopped")
    }
    if let hold = overview.timerHold {
      problems.append("\(hold.sentence) (queue set --release-timers)")
    }
    if let oldest = overview.counts.oldestReady,
      overview.at.duration(since: oldest) > overview.settings.interval * oldIntervals
    {
      problems.append(
        "due work is old: the oldest message waits for \(Words.age(from: oldest, to: overview.at))")
    }
    return problems
  }
}
