// Recall, cancel, resume and skip: marked here, carried out by the workflow runtime.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func intervene(_ target: Target) throws -> ActionResult {
    try require(target)
    guard var instance = target.permissions.instance else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    var payload = Payload(actor: actor, comment: request.comment)
    switch request.action {
    case .recall, .cancel:
      // From here on nothing advances the instance any more.
      instance.isCanceling = true
      try transaction.update(instance)
      try post(request.action == .recall ? .recall : .cancel, payload, to: instance)
      return result(
        target.document,
        request.action == .recall
          ? "Recalled \(target.document.id)." : "Canceled \(instance.id).")
    case .skip:
      let stopped = try instance.heldBy.flatMap { try transaction.message($0) }
      guard let element = stopped?.payload.element else {
        throw EngineError(
          .notAllowed, "\(instance.id) is not stopped in an element: resume or cancel it")
      }
      guard stopped?.type != .acknowledgeElementEnded else {
        // Its end was told already: telling another one would call its handler twice.
        throw EngineError(
          .notAllowed, "\(element) of \(instance.id) has ended: resume or cancel it")
      }
      guard request.outcome != .canceled else {
        throw EngineError(
          .badData, "an element cannot be passed as canceled: cancel \(instance.id) instead")
      }
      payload.element = element
      payload.skip = request.outcome ?? .completed
    default: break
    }
    try post(.resume, payload, to: instance)
    return result(
      target.document,
      request.action == .skip
        ? "Passed \(payload.element?.description ?? "the element") of \(instance.id)."
        : "Resumed \(instance.id).")
  }
}
