// Moving a waiting instance to another version of its workflow (SPEC 3).

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func migrate(_ target: Target) throws -> ActionResult {
    try require(target)
    guard let instance = target.permissions.instance else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    guard let version = request.version else {
      throw EngineError(.usage, "migrate needs a version: the number that \(instance.id) goes to")
    }
    guard version != instance.version else {
      throw EngineError(.badData, "\(instance.id) runs version \(version) already")
    }
    try checkFits(instance, version)
    try post(
      .migrate, Payload(actor: actor, comment: request.comment, version: version), to: instance)
    return result(
      target.document, "\(instance.id) goes over to \(instance.workflow) version \(version).")
  }

  /// Compares the versions beforehand, so that who migrates hears the reason at once. What comes
  /// in between is seen when the message is handled.
  private func checkFits(_ instance: StoredInstance, _ version: Int) throws {
    guard let stored = try transaction.workflowVersion(instance.workflow, version) else {
      throw EngineError(.notFound, "\(instance.workflow) has no version \(version)")
    }
    let errors = try WorkflowChecking(parts: parts, reading: transaction)
      .findings(of: stored).filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw EngineError(
        .badData, "\(instance.workflow) version \(version) has errors",
        details: errors.map(\.description))
    }
    let target = try parts.sources.definition(
      of: instance.workflow, version: version, transaction)
    let former = try parts.sources.definition(
      of: instance.workflow, version: instance.version, transaction)
    guard let text = instance.state else {
      throw EngineError(.notAllowed, "\(instance.id) has not begun yet")
    }
    let state = try InstanceState(stored: try JSON(parsing: text))
    if let reason = target.reason(againstMigrating: state, from: former) {
      throw EngineError(.notAllowed, "\(instance.id): \(reason)")
    }
  }
}
