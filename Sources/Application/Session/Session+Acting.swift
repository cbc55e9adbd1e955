// Acting: post the request, run the batch job until nothing is due, and tell what became of it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Session {
  typealias Outcome = ActionResultObject.Outcome

  /// Asks the engine, then sees to it that what was posted is handled.
  func perform(_ request: ActionRequest) throws -> Outcome {
    let result = try engine.perform(request, by: try actingPerson())
    return try settled(result, movesOn: request.action.movesInstance)
  }

  /// Runs the batch job, or waits for who runs it, and looks at the document again.
  func settled(_ result: ActionResult, movesOn: Bool = true) throws -> Outcome {
    guard movesOn else { return Outcome(result: result, isHandled: true) }
    if options.noRun { return Outcome(result: result, isHandled: false) }
    let isHandled = try withExtendedLifetime(suspension()) {
      try engine.settle(result.instance, wait: options.wait.duration)
    }
    if !isHandled { try output.note(try unhandledReason()) }
    try deliver()
    return Outcome(result: try refreshed(result), isHandled: isHandled)
  }

  /// Sends the notifications that are due, when nobody else does. What cannot be sent now is kept
  /// for the next time: the action itself is done.
  func deliver() throws {
    do { try engine.deliver() } catch let error as EngineError {
      try output.explain("notifications: \(error.message)")
    }
  }

  /// The result with the document as it is now, and with the open items where the action itself
  /// named none.
  func refreshed(_ result: ActionResult) throws -> ActionResult {
    try engine.store.read { store in
      guard let document = try store.document(result.document) else { return result }
      var items = result.workItems
      if items.isEmpty, let instance = result.instance {
        items = try store.workItems(WorkItemQuery(.openOfInstance(instance), limit: 100)).map(\.id)
      }
      return ActionResult(
        document: result.document, workItems: items, instance: result.instance,
        status: document.status, isRepeated: result.isRepeated, message: result.message)
    }
  }

  /// Why something durable was not handled yet, in one sentence.
  func unhandledReason() throws -> String {
    let overview = try engine.queueOverview()
    if overview.settings.isPaused {
      let who = overview.settings.pausedBy.map { " by \($0)" } ?? ""
      return "The batch job is paused\(who): the request is in the queue and waits."
    }
    if !overview.settings.wakes {
      return "The batch job is not woken by posts: the request is in the queue until it looks, "
        + "every \(overview.settings.interval.words)."
    }
    return "The request is in the queue; the process that runs the batch job has not handled it "
      + "yet."
  }
}

extension Action {
  /// Whether it posts a message, so that there is something to run.
  var movesInstance: Bool {
    switch self {
    case .edit, .delete, .comment, .accept, .release, .delegate, .reassign, .move: false
    default: true
    }
  }
}
