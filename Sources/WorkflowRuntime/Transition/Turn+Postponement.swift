// Time as returned does not count: what the limits of an element on hold become (SPEC 8).

import Workflow

extension Turn {
  /// Moves the limits of everybody who was on hold, and those of their items: what is left of them
  /// when time counts again is what was left when it stopped counting.
  ///
  /// - Parameter isMeant: whether an element was on hold, of those that are at work.
  mutating func release(
    heldSince began: Timestamp, until end: Timestamp, _ isMeant: (ElementPath) -> Bool
  ) throws(RuntimeError) {
    for path in state.current where isMeant(path) {
      try postponeDeadlines(of: path, heldFrom: began, until: end)
    }
    state.heldUntil = end
  }

  /// Moves the limits of an element that was on hold.
  ///
  /// A limit that was reached meanwhile was passed over: all of them are posted anew, from what
  /// the state says about when they are due.
  private mutating func postponeDeadlines(
    of path: ElementPath, heldFrom began: Timestamp, until end: Timestamp
  ) throws(RuntimeError) {
    guard let before = state.elements[path], before.phase == .working, before.mayHaveTimers
    else { return }
    removeTimers(of: path)
    let hold = Hold(began: began, end: end, calendars: try ask { try $0.calendars })
    let moved = hold.moving(
      before, whole: deadline(of: path, step: nil),
      round: deadline(of: path, step: before.rounds.last?.step))
    if !moved.dueAt.isEmpty {
      transition.postponements.append(.init(element: path, dueAt: moved.dueAt))
    }
    let element = moved.element
    update(path) { $0 = element }
    if let due = element.dueAt {
      if element.rounds.last?.isOverdue != true {
        postTimer(.init(.elementLimit), of: path, step: nil, pass: element.pass, dueAt: due)
      }
      try postReminders(
        of: deadline(of: path, step: nil), of: path, step: nil, pass: element.pass,
        start: element.startedAt, due: due)
    }
    guard let round = element.rounds.last, !round.isDecided else { return }
    try repost(round, of: path, pass: element.pass)
  }

  private mutating func repost(
    _ round: Round, of path: ElementPath, pass: Int
  ) throws(RuntimeError) {
    if let due = round.dueAt, round.escalations.isEmpty {
      if !round.isOverdue {
        postTimer(.init(.due), of: path, step: round.step, pass: pass, dueAt: due)
      }
      try postReminders(
        of: deadline(of: path, step: round.step), of: path, step: round.step, pass: pass,
        start: round.startedAt, due: due)
    }
    for escalation in round.escalations {
      guard let due = escalation.dueAt, !round.isAnswered(for: escalation.onBehalfOf) else {
        continue
      }
      postTimer(
        TimerPayload(.escalation, onBehalfOf: escalation.onBehalfOf, entry: escalation.entry),
        of: path, step: round.step, pass: pass, dueAt: due)
    }
  }
}

/// A time that did not count.
private struct Hold {
  let began: Timestamp
  let end: Timestamp
  let calendars: WorkingCalendars

  /// An element with its limits moved, and what became of each time at which something was due.
  func moving(
    _ element: ElementState, whole: Deadline, round deadline: Deadline
  ) -> (element: ElementState, dueAt: [Timestamp: Timestamp]) {
    var element = element
    var moved: [Timestamp: Timestamp] = [:]
    func move(_ due: Timestamp?, _ limit: TimeLimit?, startedAt start: Timestamp) -> Timestamp? {
      guard let due, let limit else { return due }
      let next = limit.due(due, heldFrom: max(began, start), until: end, in: calendars)
      if next != due { moved[due] = next }
      return next
    }
    element.dueAt = move(element.dueAt, whole.limit, startedAt: element.startedAt)
    guard let index = element.rounds.indices.last, !element.rounds[index].isDecided else {
      return (element, moved)
    }
    var round = element.rounds[index]
    round.dueAt = move(round.dueAt, deadline.limit, startedAt: round.startedAt)
    for number in round.escalations.indices {
      let escalation = round.escalations[number]
      round.escalations[number].dueAt = move(
        escalation.dueAt, deadline.limit(ofEntry: escalation.entry), startedAt: round.startedAt)
    }
    element.rounds[index] = round
    return (element, moved)
  }
}

extension Deadline {
  /// The limit of an entry of the escalation path; none where this version has no such entry.
  func limit(ofEntry index: Int) -> TimeLimit? {
    escalation.indices.contains(index) ? escalation[index].limit : nil
  }
}
