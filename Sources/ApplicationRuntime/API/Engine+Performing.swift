// The one entrance for actions: once per key, in one transaction.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Performs an action for a person.
  ///
  /// - Returns: what was done, durable. The batch job does the rest.
  /// - Throws: ``EngineError``: not allowed with the reason in words, already closed with who
  ///   closed it, a conflict when the key was used for another request. Nothing was done then.
  @discardableResult
  public func perform(_ request: ActionRequest, by actor: Actor) throws -> ActionResult {
    let parts = parts
    return try writing { transaction in
      try KeyedRequest(key: request.key, digest: request.digest(by: actor), parts: parts)
        .once(in: transaction) {
          try ActionHandling(request, by: actor, parts: parts, in: transaction).perform()
        }
    }
  }

  /// Performs several actions in one commit, each by itself: one that is refused undoes nothing
  /// of the others.
  public func perform(
    each requests: [(request: ActionRequest, actor: Actor)]
  ) throws -> [Result<ActionResult, EngineError>] {
    let parts = parts
    let requests = requests.map { KeyedAction(request: $0.request, actor: $0.actor) }
    return try writing { transaction in
      try requests.map { keyed in
        do {
          return .success(
            try transaction.savepoint {
              try KeyedRequest(
                key: keyed.request.key, digest: keyed.request.digest(by: keyed.actor), parts: parts
              ).once(in: transaction) {
                try ActionHandling(
                  keyed.request, by: keyed.actor, parts: parts, in: transaction
                ).perform()
              }
            })
        } catch let error as StoreError where error.isEnvironmental {
          throw error
        } catch {
          return .failure(EngineError.wrapping(error))
        }
      }
    }
  }

  /// Resumes every stopped instance whose error contains a text.
  public func resumeInstances(
    whereErrorContains text: String, by actor: Actor
  ) throws -> [(instance: InstanceID, result: Result<ActionResult, EngineError>)] {
    try requireAdministrator(actor, "resume instances")
    var stopped: [InstanceID] = []
    var after: InstanceID?
    repeat {
      let window = try reading {
        try $0.instances(InstanceQuery(status: .stopped, after: after, limit: 500))
      }
      stopped += window.filter { ($0.error ?? "").localizedStandardContains(text) }.map(\.id)
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil
    let results = try perform(
      each: stopped.map { (ActionRequest(.resume, .instance($0)), actor) })
    return zip(stopped, results).map { ($0, $1) }
  }
}

/// A request and who makes it.
private struct KeyedAction: Sendable {
  let request: ActionRequest
  let actor: Actor
}
