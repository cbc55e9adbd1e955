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
      if let changes = message.payload.changes {
        turn.state.changes = changes
        turn.state.isAskedAgain = true
      }
      turn.post(.workflowStarted)
    } else if message.type.overtakes {
      try turn.handleIntervention()
    } else {
      try turn.handleProgress()
    }
    try turn.settle(since: state)
    return turn.finished(since: state)
  }
}

extension Turn {
  /// Requests that let the instance go on.
  fileprivate mutating func handleProgress() throws(RuntimeError) {
    switch message.type {
    case .acknowledgeWorkflowStarted: try begin()
    case .acknowledgeElementStarted:
      guard let (element, behavior) = try current(in: .starting) else { return }
      try behavior.begin(element, &self)
    case .acknowledgeWorkItemsCreated: break
    case .workItemAnswered: try handleAnswer()
    case .acknowledgeStepCompleted:
      guard let (element, behavior) = try current(in: .working) else { return }
      try behavior.stepAcknowledged(element, &self)
    case .acknowledgeAutomatedExecution:
      guard let (element, behavior) = try current(in: .working) else { return }
      try behavior.executed(element, &self)
    case .acknowledgeElementEnded: try elementEnded()
    case .acknowledgeWorkflowCompleted:
      state.stage = .completed
      try ended(as: isDenied ? .denied : .completed)
    case .acknowledgeWorkflowCanceled:
      state.stage = .canceled
      setDocument(.draft)
      try ended(as: .canceled)
    case .timerDue: try timerDue()
    case .childEnded: try childEnded()
    default:
      throw RuntimeError(
        .unexpectedMessage, "\(message.type.rawValue) is not for the workflow runtime")
    }
  }

  private mutating func begin() throws(RuntimeError) {
    guard state.stage == .starting else {
      return record(.acknowledged, detail: "the instance has gone on already")
    }
    state.stage = .running
    if try !start(sequence: definition.elements) { completeWorkflow() }
  }

  private mutating func elementEnded() throws(RuntimeError) {
    guard let (element, _) = try current(in: .ending) else { return }
    switch message.payload.outcome ?? .completed {
    // One that an administrator canceled is passed like one that is done.
    case .completed, .denied, .canceled: try goOn(behind: element.path)
    case .returned: try sendBack(element.path, outcome: .returned)
    case .changeRequested: try sendBack(element.path, outcome: .changeRequested)
    }
  }

  private mutating func handleAnswer() throws(RuntimeError) {
    guard let path = message.payload.element, let answer = message.payload.answer else {
      throw RuntimeError(.unexpectedMessage, "the answer names no element")
    }
    if answer.outcome == .resubmit {
      let (element, behavior) = try element(at: path)
      guard let parent = behavior as? any ParentElement else {
        return try resubmitted(path, answer)
      }
      return try parent.resubmitted(answer, element, &self)
    }
    guard isOfCurrentPass(try started(path)) else {
      return discard(answer, of: path, why: "the element was started again")
    }
    let (element, behavior) = try element(at: path)
    try behavior.answered(answer, element, &self)
  }
}
