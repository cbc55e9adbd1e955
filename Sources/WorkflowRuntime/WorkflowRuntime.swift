// The workflow runtime: (version, instance, message) to transition. Pure.

import Workflow

/// The function at the heart of the system.
///
/// It gets the saved state of an instance, a message for it, the facts that it may ask for, and
/// the time, and returns what follows. It has no state of its own, no clock, no store and no
/// chance: the same input gives the same transition, bit for bit.
public struct WorkflowRuntime: Sendable {
  public init() {}

  /// Handles a request.
  ///
  /// - Parameters:
  ///   - message: a request to the workflow runtime; an event is refused.
  ///   - start: the instance to begin with when the message is its activation.
  ///   - state: the last saved state, nil before the activation.
  ///   - definition: the version that the instance runs in; of a migration the one it goes to.
  ///   - former: the version that a migration leaves.
  /// - Throws: ``RuntimeError``; nothing has happened then, and the message stays in the queue.
  public func handle(
    _ message: Message, of start: InstanceState, in state: InstanceState?,
    by definition: WorkflowDefinition, migratingFrom former: WorkflowDefinition? = nil,
    lookup: any Lookup, at now: Timestamp
  ) throws(RuntimeError) -> Transition {
    var turn = Turn(
      definition: definition, message: message, state: state ?? start, lookup: lookup, now: now)
    turn.migratingFrom = former
    if message.type == .activation {
      guard state == nil else {
        throw RuntimeError(.unexpectedMessage, "the instance is active already")
      }
      turn.record(.workflowStarted, detail: "\(definition.id) version \(start.version)")
      turn.post(.workflowStarted)
    } else if message.type.overtakes {
      try turn.handleIntervention()
    } else {
      try turn.handleProgress()
    }
    return turn.finished(since: state)
  }
}

extension Turn {
  /// Requests that let the instance go on.
  fileprivate mutating func handleProgress() throws(RuntimeError) {
    switch message.type {
    case .acknowledgeWorkflowStarted:
      state.stage = .running
      if !start(sequence: definition.elements) { completeWorkflow() }
    case .acknowledgeElementStarted:
      let (element, behavior) = try addressed(in: .starting)
      try behavior.begin(element, &self)
    case .acknowledgeWorkItemsCreated:
      break
    case .workItemAnswered:
      try handleAnswer()
    case .timerDue:
      try timerDue()
    case .childEnded:
      try childEnded()
    case .acknowledgeStepCompleted:
      // An administrator may have passed the element after the step was decided.
      if let path = message.payload.element, try current(path).phase != .working { break }
      let (element, behavior) = try addressed(in: .working)
      try behavior.stepAcknowledged(element, &self)
    case .acknowledgeAutomatedExecution:
      let (element, behavior) = try addressed(in: .working)
      try behavior.executed(element, &self)
    case .acknowledgeElementEnded:
      let (element, _) = try addressed(in: .ending)
      switch message.payload.outcome ?? .completed {
      case .completed, .denied: try goOn(behind: element.path)
      case .returned: try sendBack(element.path, outcome: .returned)
      case .changeRequested: try sendBack(element.path, outcome: .changeRequested)
      case .canceled: update(element.path) { $0.phase = .ended }
      }
    case .acknowledgeWorkflowCompleted:
      state.stage = .completed
      setStatus(.completed)
      ended(as: state.elements.values.contains { $0.outcome == .denied } ? .denied : .completed)
    case .acknowledgeWorkflowCanceled:
      state.stage = .canceled
      setStatus(.canceled)
      setDocument(.draft)
      ended(as: .canceled)
    default:
      throw RuntimeError(
        .unexpectedMessage, "\(message.type.rawValue) is not for the workflow runtime")
    }
  }

  /// The element that the message is about, which must be in this phase.
  private func addressed(
    in phase: ElementState.Phase
  ) throws(RuntimeError) -> (Element, any RunnableElement) {
    guard let path = message.payload.element else {
      throw RuntimeError(.unexpectedMessage, "\(message.type.rawValue) names no element")
    }
    guard try current(path).phase == phase else {
      throw RuntimeError(
        .unexpectedMessage, "\(message.type.rawValue): “\(path)” is not \(phase.rawValue)")
    }
    return try element(at: path)
  }

  private mutating func handleAnswer() throws(RuntimeError) {
    guard let path = message.payload.element, let answer = message.payload.answer else {
      throw RuntimeError(.unexpectedMessage, "the answer names no element")
    }
    let (element, behavior) = try element(at: path)
    if answer.outcome == .resubmit {
      try behavior.resubmitted(answer, element, &self)
    } else {
      try behavior.answered(answer, element, &self)
    }
  }
}
