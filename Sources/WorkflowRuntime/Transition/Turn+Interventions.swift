// Recall, cancel, resume, skip and migrate: requests that overtake a message that is stuck.

import Workflow

extension Turn {
  mutating func handleIntervention() throws(RuntimeError) {
    switch message.type {
    case .recall: try endEarly(.recalled, reason: "recalled")
    case .cancel:
      let isChild = message.payload.cause != nil
      try endEarly(isChild ? .canceledWithParent : .canceledByAdministrator, reason: "canceled")
    case .migrate: try migrate()
    default: try resume()
    }
  }

  /// Ends the instance before its time: its items, limits and messages go, its children are
  /// canceled, and the event is told when all of them have answered.
  private mutating func endEarly(_ event: HistoryEvent, reason: String) throws(RuntimeError) {
    guard state.stage != .completed, state.stage != .canceled else {
      throw RuntimeError(.unexpectedMessage, "the instance has ended already")
    }
    let by = message.payload.actor.map { " by \($0)" } ?? ""
    let ran = definition.automatedElements(thatRanIn: state).map(\.description)
    let done = ran.isEmpty ? nil : "already ran, stays done: " + ran.joined(separator: ", ")
    let details = [message.payload.cause, done].compactMap { $0 }
    record(
      event, actor: message.payload.actor, comment: message.payload.comment,
      detail: details.isEmpty ? nil : details.joined(separator: "; "))
    let wasSentBack = !state.sentBack.isEmpty
    for path in state.current {
      update(path) { [now] in
        $0.phase = .ended
        $0.outcome = .canceled
        $0.endedAt = now
        $0.isNotSentBackAnyMore()
        $0.decideRound()
      }
    }
    state.toRunFirst = []
    state.toRestart = []
    state.stage = .canceling
    state.endReason = event
    closeItems(.instance, as: .canceled)
    transition.removedTimers = [.instance]
    transition.canceledChildren = .instance
    changeQueue(.discardOthers(reason: reason + by))
    if state.hasOpenChildren || wasSentBack {
      // Nobody may change the document between here and the end.
      setDocument(
        .inReview, waitingFor: state.hasOpenChildren ? "lines or subworkflows to end" : nil)
    }
    tellEarlyEnd()
  }

  /// Tells the early end, once no child that it waits for is left.
  mutating func tellEarlyEnd() {
    guard !state.hasOpenChildren else { return }
    record(.workflowCanceled)
    post(.workflowCanceled)
  }

  /// Continues from the saved point: the stopped message is tried again, or its element is
  /// passed with an outcome that an administrator gave.
  private mutating func resume() throws(RuntimeError) {
    let actor = message.payload.actor
    guard let outcome = message.payload.skip else {
      record(.resumed, actor: actor, comment: message.payload.comment)
      return changeQueue(.retryStopped)
    }
    changeQueue(.discardStopped(reason: "skipped" + (actor.map { " by \($0)" } ?? "")))
    guard let path = message.payload.element else { return try skipWorkflowEvent() }
    guard let element = state.elements[path] else {
      throw RuntimeError(.unexpectedMessage, "“\(path)” has not been started: resume it")
    }
    record(
      .skipped, element: path, actor: actor, comment: message.payload.comment,
      detail: outcome.rawValue)
    if element.phase == .ending {
      // Its end was told; the handler that fails is passed, and is not told a second time.
      update(path) {
        $0.outcome = outcome
        $0.isPassed = true
        $0.revision = nil
      }
      return post(
        .acknowledgeElementEnded, Payload(element: path, pass: element.pass, outcome: outcome))
    }
    // Of an element that was canceled meanwhile only the message is passed.
    if element.phase != .ended {
      // What was passed is not asked again when the document or its lines change.
      update(path) {
        $0.isPassed = true
        $0.revision = nil
      }
      end(path, outcome)
    }
  }

  /// Passes the handler of an event of the workflow itself: it counts as acknowledged.
  private mutating func skipWorkflowEvent() throws(RuntimeError) {
    let event: MessageType
    switch state.stage {
    case .starting: event = .workflowStarted
    case .completing: event = .workflowCompleted
    case .canceling: event = .workflowCanceled
    case .running, .completed, .canceled:
      throw RuntimeError(.unexpectedMessage, "what is stopped here is no element: resume it")
    }
    record(
      .skipped, actor: message.payload.actor, comment: message.payload.comment,
      detail: event.rawValue)
    if let acknowledgment = event.acknowledgment { post(acknowledgment) }
  }
}

extension Message {
  /// Why the children of an instance are canceled by this message of it, for their history.
  ///
  /// - Parameter path: the element whose children they are; nil for those of the whole instance.
  package func cause(ofCancelingBelow path: ElementPath?) -> String {
    let by = payload.actor.map { " by \($0)" } ?? ""
    return switch (type, path) {
    case (.recall, _): "\(instance): recalled\(by)"
    case (.cancel, _): payload.cause.map { "\(instance), \($0)" } ?? "\(instance): canceled\(by)"
    case (.resume, let path?): "\(instance): \(path) was skipped\(by)"
    case (_, let path?) where path != .root: "\(instance): \(path) does not wait for it any more"
    default: "\(instance): the workflow was started again\(by)"
    }
  }
}

extension WorkflowDefinition {
  /// The automated elements that have run in an instance, in the order in which they began.
  package func automatedElements(thatRanIn state: InstanceState) -> [ElementPath] {
    let ran = state.elements.filter { path, element in
      let hasEnded = element.phase == .ended || element.phase == .ending
      return hasEnded && element.outcome == .completed
        && self.element(at: path)?.definition is AutomatedElement
    }
    return ran.sorted { ($0.value.startedAt, $0.key) < ($1.value.startedAt, $1.key) }.map(\.key)
  }
}
