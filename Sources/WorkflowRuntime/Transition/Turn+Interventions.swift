// Recall, cancel, resume and skip: requests that overtake a message that is stuck.

import Workflow

extension Turn {
  mutating func handleIntervention() throws(RuntimeError) {
    switch message.type {
    case .recall: try endEarly(.recalled, reason: "recalled")
    case .cancel: try endEarly(.canceledByAdministrator, reason: "canceled")
    default: try resume()
    }
  }

  /// Ends the instance before its time: its items and messages go, and the event is told.
  private mutating func endEarly(_ event: HistoryEvent, reason: String) throws(RuntimeError) {
    guard state.stage != .completed, state.stage != .canceled else {
      throw RuntimeError(.unexpectedMessage, "the instance has ended already")
    }
    let by = message.payload.actor.map { " by \($0)" } ?? ""
    record(event, actor: message.payload.actor, comment: message.payload.comment)
    for path in state.current {
      update(path) { [now] in
        $0.phase = .ended
        $0.outcome = .canceled
        $0.endedAt = now
      }
    }
    state.stage = .canceling
    closeItems(of: nil, as: .canceled)
    changeQueue(.discardOthers(reason: reason + by))
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
    guard let path = message.payload.element, state.elements[path] != nil else {
      throw RuntimeError(.unexpectedMessage, "what is stopped here is no element: resume it")
    }
    record(
      .skipped, element: path, actor: actor, comment: message.payload.comment,
      detail: outcome.rawValue)
    changeQueue(.discardStopped(reason: "skipped" + (actor.map { " by \($0)" } ?? "")))
    // Nobody is asked to change the document any more.
    if state.elements[path]?.phase == .sentBack { setDocument(.inReview) }
    end(path, outcome)
  }
}
