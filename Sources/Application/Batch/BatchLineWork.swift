// What one line of a batch does: its clock, its action, and what follows from it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The work of one line, within the commit that it shares with others.
struct BatchLineWork {
  let line: BatchLine
  let session: Session

  func run() throws -> BatchOutcome {
    if let time = line.at, time != session.engine.now {
      try session.moveClock(to: time, wait: .zero)
    }
    let actor = try actor
    switch line.work {
    case .act(let action): return .acted(try act(action, by: actor))
    case .addDelegation, .removeDelegation, .changeJob: return try arrange(by: actor)
    default: return .acted(.init(result: try change(by: actor), isHandled: true))
    }
  }

  private func act(_ action: Action, by actor: Actor) throws -> Session.Outcome {
    let result = try session.engine.perform(try line.request(action, in: session), by: actor)
    guard action.movesInstance else { return .init(result: result, isHandled: true) }
    // The right to run is ours: nobody has to be waited for.
    let isHandled =
      try !session.options.noRun && session.engine.settle(result.instance, wait: .zero)
    return .init(result: try session.refreshed(result), isHandled: isHandled)
  }

  private var actor: Actor {
    get throws {
      guard let name = line.actingAs else { return try session.actor }
      return try session.identity.actor(as: name)
    }
  }

  private func change(by actor: Actor) throws -> ActionResult {
    let changes = DocumentChanges(session: session, actor: actor)
    if case .makeDocument(let json) = line.work {
      guard line.key == nil else {
        throw EngineError(.badData, "A new document takes its own “id” instead of a key.")
      }
      return try changes.make(json, type: line.type)
    }
    try requireNoKey()
    let document = try line.namedDocument(in: session)
    switch line.work {
    case .setFields(let json, nil): return try changes.set(json, of: document)
    case .setFields(let json, let number?):
      return try changes.set(json, line: number, of: document)
    case .addLine(let json): return try changes.addLine(json, to: document)
    case .removeLine(let number): return try changes.removeLine(number, of: document)
    case .copy: return try changes.copy(document)
    case .delete: return try changes.delete(document)
    default: throw EngineError(.internal, "The line is no change of a document.")
    }
  }

  private func arrange(by actor: Actor) throws -> BatchOutcome {
    try requireNoKey()
    let engine = session.engine
    switch line.work {
    case .addDelegation(let named):
      let rule = StandingDelegation(
        from: named.from ?? actor.person, to: named.to, scope: named.scope, start: named.start,
        end: named.end)
      return .other(
        DelegationObject(
          try engine.addDelegation(rule, comment: line.comment, by: actor)))
    case .removeDelegation(let number):
      return .other(
        DelegationObject(
          try engine.removeDelegation(number, comment: line.comment, by: actor)))
    case .changeJob(.pause): try engine.pause(by: actor)
    case .changeJob(.continue): try engine.continue(by: actor)
    case .changeJob(.set(let interval, let batchSize, let wakes)):
      _ = try engine.setBatchJob(
        interval: interval, batchSize: batchSize, wakes: wakes, by: actor)
    default: throw EngineError(.internal, "The line arranges nothing.")
    }
    return .other(BatchJobObject(try engine.queueOverview()))
  }

  /// Only actions are remembered under a key.
  private func requireNoKey() throws(EngineError) {
    guard line.key == nil else {
      throw EngineError(.badData, "A key goes with an action, such as approve.")
    }
  }
}
