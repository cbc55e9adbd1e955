// What one line of a batch does: its clock, its action, and what follows from it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The work of one line, within the commit that it shares with others.
struct BatchLineWork {
  let line: BatchLine
  let session: Session

  func run() throws -> Session.Outcome {
    if let time = line.at, time != session.engine.now {
      try session.moveClock(to: time, wait: .zero)
    }
    let actor = try actor
    guard case .act(let action) = line.work else {
      return .init(result: try change(by: actor), isHandled: true)
    }
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
    switch line.work {
    case .makeDocument(let json):
      guard line.key == nil else {
        throw EngineError(.badData, "A new document takes its own “id” instead of a key.")
      }
      return try changes.make(json, type: line.type)
    case .setFields(let json): return try changes.set(json, of: try line.namedDocument(in: session))
    case .delete: return try changes.delete(try line.namedDocument(in: session))
    case .act: throw EngineError(.internal, "The line is no change of a document.")
    }
  }
}
