// Limits and reminders: each is a message with its due time, and nothing polls (SPEC 8).

import Workflow

extension Turn {
  /// Starts the limit of a round that begins now, and its reminders.
  ///
  /// - Returns: when it is due, which the round and its items are to carry; nil without a limit.
  mutating func startDeadline(
    _ deadline: Deadline, of path: ElementPath, step: String?, pass: Int
  ) throws(RuntimeError) -> Timestamp? {
    guard let limit = deadline.limit else { return nil }
    let due = limit.due(from: now, in: try ask { try $0.calendars })
    postTimer(TimerPayload(.due), of: path, step: step, pass: pass, dueAt: due)
    try postReminders(of: deadline, of: path, step: step, pass: pass, start: now, due: due)
    return due
  }

  /// Starts the limit of an approval as a whole, and its reminders; the element carries when it
  /// is due.
  mutating func startElementLimit(
    _ deadline: Deadline, of path: ElementPath, pass: Int
  ) throws(RuntimeError) {
    guard let limit = deadline.limit else { return }
    let due = limit.due(from: now, in: try ask { try $0.calendars })
    update(path) { $0.dueAt = due }
    postTimer(TimerPayload(.elementLimit), of: path, step: nil, pass: pass, dueAt: due)
    try postReminders(of: deadline, of: path, step: nil, pass: pass, start: now, due: due)
  }

  /// Removes all limits and reminders of an element that ends or is canceled.
  mutating func removeTimers(of path: ElementPath) {
    guard let element = state.elements[path], element.mayHaveTimers else { return }
    transition.removedTimers.append(.element(path, kinds: Set(TimerPayload.Kind.allCases)))
  }

  /// Removes those of the current round, which is decided; the limit of the whole element stays.
  mutating func removeRoundTimers(of path: ElementPath) {
    guard let element = state.elements[path], let round = element.rounds.last, round.mayHaveTimers
    else { return }
    var kinds: Set<TimerPayload.Kind> = [.due, .escalation]
    // Where the whole has a limit, its steps have none, and the reminders are those of the whole.
    if element.dueAt == nil { kinds.insert(.reminder) }
    transition.removedTimers.append(.element(path, kinds: kinds))
  }

  /// Removes the limit of the item that was escalated for a person who is answered for now.
  mutating func removeTimers(of path: ElementPath, person: PersonID?) {
    guard let round = state.elements[path]?.rounds.last,
      round.escalations.contains(where: { $0.onBehalfOf == person })
    else { return }
    transition.removedTimers.append(.person(path, person))
  }

  mutating func postTimer(
    _ timer: TimerPayload, of path: ElementPath, step: String?, pass: Int, dueAt: Timestamp
  ) {
    post(
      .timerDue, Payload(element: path, pass: pass, step: step, timer: timer), dueAt: dueAt)
  }

  /// Posts the next reminder of each kind that is still to come.
  mutating func postReminders(
    of deadline: Deadline, of path: ElementPath, step: String?, pass: Int, start: Timestamp,
    due: Timestamp
  ) throws(RuntimeError) {
    for (index, reminder) in deadline.reminders.enumerated() {
      try post(
        reminder, number: index, of: deadline, of: path, step: step, pass: pass, start: start,
        due: due)
    }
  }

  mutating func post(
    _ reminder: Reminder, number: Int, of deadline: Deadline, of path: ElementPath,
    step: String?, pass: Int, start: Timestamp, due: Timestamp
  ) throws(RuntimeError) {
    let next = reminder.next(
      after: now, start: start, due: due, calendar: deadline.limit?.calendar ?? .usual,
      in: try ask { try $0.calendars })
    guard let next else { return }
    postTimer(
      TimerPayload(.reminder, entry: number), of: path, step: step, pass: pass, dueAt: next)
  }
}

extension ElementState {
  /// Whether a limit or a reminder of it can be in the queue: each round that has one says so.
  var mayHaveTimers: Bool { dueAt != nil || rounds.contains(where: \.mayHaveTimers) }
}

extension Round {
  var mayHaveTimers: Bool { dueAt != nil || !escalations.isEmpty }
}
