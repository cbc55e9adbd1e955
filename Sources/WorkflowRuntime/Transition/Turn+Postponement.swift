// Time as returned does not count: what the limits of an element on hold become (SPEC 8).

import Workflow

extension Turn {
  /// Moves the limits of an element that was on hold, and those of its items, by so long.
  ///
  /// A limit that was reached meanwhile was passed over: all of them are posted anew, from what
  /// the state says about when they are due.
  mutating func postponeDeadlines(
    of path: ElementPath, by duration: Duration
  ) throws(RuntimeError) {
    guard let before = state.elements[path], before.phase == .working, before.mayHaveTimers,
      duration > .zero
    else { return }
    removeTimers(of: path)
    transition.postponements.append(.init(element: path, by: duration))
    update(path) { $0.postpone(by: duration) }
    guard let element = state.elements[path] else { return }
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

extension ElementState {
  fileprivate mutating func postpone(by duration: Duration) {
    dueAt = dueAt?.advanced(by: duration)
    guard let index = rounds.indices.last, !rounds[index].isDecided else { return }
    rounds[index].dueAt = rounds[index].dueAt?.advanced(by: duration)
    for number in rounds[index].escalations.indices {
      let due = rounds[index].escalations[number].dueAt
      rounds[index].escalations[number].dueAt = due?.advanced(by: duration)
    }
  }
}
