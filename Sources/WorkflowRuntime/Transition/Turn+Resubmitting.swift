// What a resubmission runs again (SPEC 6).

import Workflow

extension Turn {
  /// The document was resubmitted: what sent it back starts again, after the approvals that are
  /// asked again because of what changed.
  mutating func resubmitted(_ path: ElementPath, _ answer: Answer) throws(RuntimeError) {
    let sender = try started(path)
    guard isOfCurrentPass(sender), sender.phase == .sentBack else {
      return discard(answer, of: path, why: "the element does not wait for it any more")
    }
    record(
      .resubmitted, element: path, actor: answer.actor, onBehalfOf: answer.onBehalfOf,
      comment: answer.comment, detail: message.payload.changes, at: answer.givenAt)
    gatherChanges()
    let restart = try element(at: path).0.restart
    if restart == .workflow { return try restartWorkflow(after: path) }
    // It is behind all steps, so that nothing is left of the approval but that.
    let isFinal = sender.beginsFinally || sender.rounds.last?.isFinal == true
    let beginsFinally = restart == .step && isFinal
    let sentBackBy = restart == .step && !isFinal ? try sentBackBy(sender, at: path) : nil
    update(path) { [now] in
      $0.phase = .ended
      $0.endedAt = now
      $0.isNotSentBackAnyMore()
      $0.firstStep = sentBackBy
      $0.beginsFinally = beginsFinally
    }
    if !definition.keepApprovals {
      try askAgain(since: try ask { try $0.contentHash }, sender: path)
    }
    // One that was asked again itself keeps its place among those.
    if !state.toRunFirst.contains(path), !state.toRestart.contains(path) {
      state.toRestart.append(path)
    }
  }

  /// The step that sent the document back; nil before any began.
  private func sentBackBy(
    _ sender: ElementState, at path: ElementPath
  ) throws(RuntimeError) -> String? {
    let steps = (try element(at: path).0.definition as? ApprovalElement)?.steps.map(\.name) ?? []
    guard let last = sender.rounds.last else { return sender.firstStep }
    guard let first = sender.firstStep.flatMap(steps.firstIndex),
      let step = last.step.flatMap(steps.firstIndex)
    else { return last.step }
    // The system did, before the step that this pass was to begin with: what was kept still is.
    return steps[max(first, step)]
  }

  /// Starts what waits for its turn: the next approval that is asked again, or, after the last of
  /// them, the elements that sent the document back.
  mutating func runNext() throws(RuntimeError) {
    while state.stage == .running {
      if let next = state.toRunFirst.first {
        guard state.elements[next]?.phase == .ended else { return }
        return try askAgain(next)
      }
      guard let next = state.toRestart.first else { break }
      state.toRestart.removeFirst()
      try restart(next)
    }
    // The flow came to its end while an approval was asked again.
    if state.stage == .running, state.current.isEmpty { completeWorkflow() }
  }

  /// Starts an element again, at its first step, at the one that sent the document back, or with
  /// the final approver who did; the steps before that still count.
  private mutating func restart(_ path: ElementPath) throws(RuntimeError) {
    let outcome = state.elements[path]?.outcome
    if outcome != .returned, outcome != .changeRequested {
      // It is done, and sent nothing back: the flow waited behind it for what is asked again.
      if state.sentBack.isEmpty, state.toRestart.isEmpty { state.changes = nil }
      return try goOn(behind: path)
    }
    try askAgain(path)
  }

  /// Starts an element again, whatever it came to.
  private mutating func askAgain(_ path: ElementPath) throws(RuntimeError) {
    guard let element = state.elements[path],
      let approval = definition.element(at: path)?.definition as? ApprovalElement,
      let index = element.beginsFinally
        ? approval.steps.count : approval.steps.firstIndex(where: { $0.name == element.firstStep })
    else { return try startAgain(path) }
    let earlier = Set(approval.steps[..<index].map(\.name))
    let kept = element.rounds.filter { $0.step.map(earlier.contains) == true }
    let step = element.beginsFinally ? nil : element.firstStep
    record(
      .restarted, element: path, step: step,
      detail: element.beginsFinally ? "the final approval" : nil)
    try start(path, firstStep: step, beginsFinally: element.beginsFinally, keeping: kept)
  }

  /// Cancels everything and begins at the first element; automated elements that completed stay
  /// done.
  private mutating func restartWorkflow(after path: ElementPath) throws(RuntimeError) {
    record(.restarted, element: path, detail: "the whole workflow")
    cancel(elementsBelow: .root)
    forgetOutcomes()
    if try !start(sequence: definition.elements) { completeWorkflow() }
  }
}
