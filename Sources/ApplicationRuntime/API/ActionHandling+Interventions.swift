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
        (request.action == .recall
          ? "Recalled \(target.document.id)." : "Canceled \(instance.id).")
          + whatStaysDone(in: instance))
    case .skip:
      guard request.outcome != .canceled else {
        throw EngineError(
          .badData, "an element cannot be passed as canceled: cancel \(instance.id) instead")
      }
      let skipped = try whatIsSkipped(in: instance)
      payload.element = skipped.element
      payload.skip = request.outcome ?? .completed
      try post(.resume, payload, to: instance)
      return result(target.document, "Passed \(skipped.name) of \(instance.id).")
    default:
      try post(.resume, payload, to: instance)
      return result(target.document, "Resumed \(instance.id).")
    }
  }

  /// What a skip passes: the element that is stopped, or the handler of an event of the workflow
  /// itself.
  private func whatIsSkipped(
    in instance: StoredInstance
  ) throws -> (element: ElementPath?, name: String) {
    let stopped = try instance.heldBy.flatMap { try transaction.message($0) }
    switch stopped?.type {
    case .workflowStarted?, .workflowCompleted?, .workflowCanceled?:
      return (nil, "the handler of \(stopped?.type.rawValue ?? "")")
    case .acknowledgeElementEnded?:
      // Its end was told already: telling another one would call its handler twice.
      let element = stopped?.payload.element?.description ?? "the element"
      throw EngineError(.notAllowed, "\(element) of \(instance.id) has ended: resume or cancel it")
    default:
      guard let element = stopped?.payload.element else {
        throw EngineError(
          .notAllowed, "\(instance.id) is not stopped in an element: resume or cancel it")
      }
      return (element, element.description)
    }
  }

  /// What was done outside the documents and is not taken back, as a sentence more.
  private func whatStaysDone(in instance: StoredInstance) -> String {
    // A state or a version that cannot be read tells nothing; ending the instance goes on.
    guard let stored = instance.state, let json = try? JSON(parsing: stored),
      let state = try? InstanceState(stored: json),
      let definition = try? parts.sources.definition(
        of: instance.workflow, version: instance.version, transaction)
    else { return "" }
    let ran = definition.automatedElements(thatRanIn: state).map(\.description)
    return ran.isEmpty ? "" : " Already ran, stays done: \(ran.joined(separator: ", "))."
  }
}
