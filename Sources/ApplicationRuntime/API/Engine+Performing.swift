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
      try KeyedAction(request: request, actor: actor).perform(
        parts, try parts.sources.organization(transaction), in: transaction)
    }
  }

  /// Performs several actions, as many in a commit as leave room for others to write, each by
  /// itself: one that is refused undoes nothing of the others.
  ///
  /// - Parameter isStopped: asked before each commit; once it says so, the rest is not done.
  /// - Returns: a result for each request. When the store fails after the first commit, or it is
  ///   stopped, those that were not done say so.
  /// - Throws: when the store failed before anything was done.
  public func perform(
    each requests: [(request: ActionRequest, actor: Actor)], isStopped: () -> Bool = { false }
  ) throws -> [Result<ActionResult, EngineError>] {
    var results: [Result<ActionResult, EngineError>] = []
    while results.count < requests.count {
      let window = requests[results.count..<min(requests.count, results.count + Self.atOnce)]
      do {
        if isStopped() { throw EngineError(.interrupted, "it was stopped before this was done") }
        results += try commit(
          window.map { KeyedAction(request: $0.request, actor: $0.actor) })
      } catch let error as EngineError {
        if results.isEmpty { throw error }
        results += Array(repeating: .failure(error), count: requests.count - results.count)
      }
    }
    return results
  }

  /// So many actions are one commit at most, and no more than fit into its time, so that others can
  /// write in between.
  private static let atOnce = 256
  private static let commitTime = Duration.milliseconds(10)

  /// Performs the first of them, as many as fit into a commit; at least one.
  ///
  /// There is one savepoint for all, because each costs a copy of what is written after it. Only
  /// when one is refused are all performed anew, with one for each.
  private func commit(
    _ requests: [KeyedAction]
  ) throws -> [Result<ActionResult, EngineError>] {
    let parts = parts
    return try writing { transaction in
      let organization = try parts.sources.organization(transaction)
      do {
        return try transaction.savepoint {
          try Self.results(of: requests, parts) {
            .success(try $0.perform(parts, organization, in: transaction))
          }
        }
      } catch let error as StoreError where error.isEnvironmental {
        throw error
      } catch {
        return try Self.results(of: requests, parts) {
          try $0.performAlone(parts, organization, in: transaction)
        }
      }
    }
  }

  private static func results(
    of requests: [KeyedAction], _ parts: EngineParts,
    _ perform: (KeyedAction) throws -> Result<ActionResult, EngineError>
  ) rethrows -> [Result<ActionResult, EngineError>] {
    let deadline = parts.clock.now().advanced(by: commitTime)
    var results: [Result<ActionResult, EngineError>] = []
    for request in requests {
      results.append(try perform(request))
      if parts.clock.now() >= deadline { break }
    }
    return results
  }

  /// Resumes every stopped instance whose error contains a text, page by page.
  ///
  /// - Parameter isStopped: asked between two pages; those that are resumed by then stay so.
  public func resumeInstances(
    whereErrorContains text: String, by actor: Actor, isStopped: () -> Bool = { false }
  ) throws -> [(instance: InstanceID, result: Result<ActionResult, EngineError>)] {
    try requireAdministrator(actor, "resume instances")
    var resumed: [(instance: InstanceID, result: Result<ActionResult, EngineError>)] = []
    var after: InstanceID?
    repeat {
      if isStopped() { break }
      let window = try reading {
        try $0.instances(InstanceQuery(status: .stopped, after: after, limit: Self.atOnce))
      }
      let found = window.filter { ($0.error ?? "").localizedStandardContains(text) }.map(\.id)
      do {
        let results = try perform(
          each: found.map { (ActionRequest(.resume, .instance($0)), actor) })
        resumed += zip(found, results).map { ($0, $1) }
      } catch let error as EngineError {
        if resumed.isEmpty { throw error }
        return resumed + found.map { ($0, .failure(error)) }
      }
      after = window.count == Self.atOnce ? window.last?.id : nil
    } while after != nil
    return resumed
  }
}

extension Engine {
  /// Moves every open instance of a workflow that fits to another version, page by page.
  ///
  /// - Parameters:
  ///   - isMeant: which of them; each row is asked.
  ///   - isStopped: asked between two pages; those that were moved by then stay so.
  public func migrateInstances(
    of workflow: WorkflowID, to version: Int, comment: String?, by actor: Actor,
    isMeant: (InstanceRow) -> Bool = { _ in true }, isStopped: () -> Bool = { false }
  ) throws -> [(instance: InstanceID, result: Result<ActionResult, EngineError>)] {
    try requireAdministrator(actor, "migrate instances")
    guard try reading({ try $0.workflowVersion(workflow, version) }) != nil else {
      throw try reading { try Self.unknown(workflow, version, $0) }
    }
    var moved: [(instance: InstanceID, result: Result<ActionResult, EngineError>)] = []
    for status in [InstanceStatus.pending, .stopped] {
      var after: InstanceID?
      repeat {
        if isStopped() { return moved }
        let (next, found) = try reading { reading in
          let window = try reading.instances(
            InstanceQuery(status: status, after: after, limit: Self.atOnce))
          let meant = try window.filter { $0.workflow == workflow && $0.version != version }
            .filter {
              isMeant(InstanceRow($0, title: try reading.document($0.document)?.title ?? ""))
            }
          return (window.count == Self.atOnce ? window.last?.id : nil, meant.map(\.id))
        }
        let results = try perform(
          each: found.map {
            (ActionRequest(.migrate, .instance($0), comment: comment, version: version), actor)
          })
        moved += zip(found, results).map { ($0, $1) }
        after = next
      } while after != nil
    }
    return moved
  }
}

/// A request and who makes it.
private struct KeyedAction: Sendable {
  let request: ActionRequest
  let actor: Actor

  func perform(
    _ parts: EngineParts, _ organization: Organization, in transaction: any StoreTransaction
  ) throws -> ActionResult {
    try KeyedRequest(key: request.key, digest: request.digest(by: actor), parts: parts)
      .once(in: transaction) {
        try ActionHandling(
          request, by: actor, parts: parts, organization: organization, in: transaction
        ).perform()
      }
  }

  /// Performs it in a savepoint: when it is refused, nothing of it is left.
  func performAlone(
    _ parts: EngineParts, _ organization: Organization, in transaction: any StoreTransaction
  ) throws -> Result<ActionResult, EngineError> {
    do {
      return .success(
        try transaction.savepoint { try perform(parts, organization, in: transaction) })
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      return .failure(EngineError.wrapping(error))
    }
  }
}
