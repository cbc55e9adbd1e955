// What happens when a limit or a reminder is due (SPEC 8).

import Workflow

extension Turn {
  /// A limit or a reminder is due. One that nothing waits for any more changes nothing, and one
  /// that is reached while its element is on hold comes again later: time as returned does not
  /// count.
  mutating func timerDue() throws(RuntimeError) {
    guard let timer = message.payload.timer else {
      throw RuntimeError(.unexpectedMessage, "the limit says nothing of itself")
    }
    if timer.kind == .release { return try wholeGoesOn(since: timer.since ?? message.dueAt) }
    guard let path = message.payload.element else {
      throw RuntimeError(.unexpectedMessage, "the limit names no element")
    }
    guard isAwaited(timer, of: path) else {
      return record(
        .acknowledged, element: path, step: message.payload.step,
        detail: "\(timer.words): nothing waits for it any more")
    }
    let isHeld = try isHeldFromAbove(timer, of: path)
    guard state.sentBack.isEmpty, !isHeld else {
      return record(
        .acknowledged, element: path, step: message.payload.step,
        detail: "\(timer.words): on hold, the time as returned does not count")
    }
    let deadline = deadline(of: path, step: message.payload.step)
    switch timer.kind {
    case .reminder: try remind(path, deadline)
    case .due: try roundDue(path, deadline)
    case .elementLimit: try elementDue(path, deadline)
    case .escalation: try entryDue(timer, path, deadline)
    case .release: break
    }
  }

  /// Whether the whole document holds this limit of a line up: it is sent back, or the message
  /// that moves the limits of its lines after that is still to come.
  private func isHeldFromAbove(
    _ timer: TimerPayload, of path: ElementPath
  ) throws(RuntimeError) -> Bool {
    guard let hold = try holdOfWhole, let element = state.elements[path] else { return false }
    if hold.since != nil { return true }
    let round = timer.kind == .elementLimit ? nil : element.rounds.last
    let start = round?.startedAt ?? element.startedAt
    return hold.until.map { $0 > max(start, state.heldUntil ?? start) } ?? false
  }

  /// What holds the instance of a line up from above; nil for any other instance.
  var holdOfWhole: DocumentHold? {
    get throws(RuntimeError) { state.line == nil ? nil : try ask { try $0.holdOfWhole } }
  }

  /// The whole document was sent back and goes on now: that time does not count for its lines.
  private mutating func wholeGoesOn(since began: Timestamp) throws(RuntimeError) {
    record(.acknowledged, detail: "the whole document goes on, and its limits with it")
    guard state.stage == .running else { return }
    let end = message.dueAt
    // Its own return, under way still, may have begun before that of the whole.
    let since = min(began, state.heldSince ?? began)
    try release(heldSince: max(since, state.heldUntil ?? since), until: end) { _ in true }
  }

  /// Whether the element still waits in the pass, and the round, that the limit is about.
  private func isAwaited(_ timer: TimerPayload, of path: ElementPath) -> Bool {
    guard state.stage == .running, let element = state.elements[path],
      element.phase == .working, element.pass == message.payload.pass ?? element.pass
    else { return false }
    if timer.kind == .elementLimit { return true }
    // The reminders of an approval as a whole go to those who are asked at that time.
    if timer.kind == .reminder, element.dueAt != nil { return true }
    guard let round = element.rounds.last, !round.isDecided, round.step == message.payload.step
    else { return false }
    guard timer.kind == .escalation else { return true }
    return !round.isAnswered(for: timer.onBehalfOf)
      && round.escalations.contains {
        $0.onBehalfOf == timer.onBehalfOf && $0.entry == timer.entry
      }
  }

  // MARK: What is due

  private mutating func remind(_ path: ElementPath, _ deadline: Deadline) throws(RuntimeError) {
    guard let element = state.elements[path] else { return }
    let isAsking = element.rounds.last?.isDecided == false
    let asked = isAsking ? try holders(of: path) : []
    if !asked.isEmpty {
      record(
        .reminded, element: path, step: element.rounds.last?.step,
        detail: asked.map(\.description).joined(separator: ", "))
    }
    let isOfWhole = element.dueAt != nil
    let start = isOfWhole ? element.startedAt : element.rounds.last?.startedAt
    let due = isOfWhole ? element.dueAt : element.rounds.last?.dueAt
    guard let number = message.payload.timer?.entry, let start, let due,
      deadline.reminders.indices.contains(number), deadline.reminders[number].isRepeated
    else { return }
    try post(
      deadline.reminders[number], number: number, of: deadline, of: path,
      step: message.payload.step, pass: element.pass, start: start, due: due)
  }

  /// Those who have still to act: in whose inboxes the items lie now, whoever was asked.
  private func holders(of path: ElementPath) throws(RuntimeError) -> [PersonID] {
    var people: [PersonID] = []
    for person in try ask({ try $0.openItems(of: path) }).flatMap(\.visibleTo)
    where !people.contains(person) { people.append(person) }
    return people
  }

  private mutating func roundDue(_ path: ElementPath, _ deadline: Deadline) throws(RuntimeError) {
    guard let round = state.elements[path]?.rounds.last else { return }
    let people = try overdue(in: round, of: path)
    if !deadline.escalation.isEmpty {
      // They remind of a limit that is over; the items that follow have limits of their own.
      if !deadline.reminders.isEmpty {
        transition.removedTimers.append(.element(path, kinds: [.reminder]))
      }
      for person in people { try escalate(for: person, entry: 0, path, deadline) }
    } else if let action = deadline.finally {
      let count = state.elements[path]?.rounds.count
      for person in people {
        try act(action, for: person, path)
        // It may be enough already, and a final approver is asked.
        guard state.elements[path]?.rounds.count == count else { break }
      }
    } else {
      try markOverdue(path)
    }
  }

  private mutating func entryDue(
    _ timer: TimerPayload, _ path: ElementPath, _ deadline: Deadline
  ) throws(RuntimeError) {
    let next = (timer.entry ?? 0) + 1
    if deadline.escalation.indices.contains(next) {
      try escalate(for: timer.onBehalfOf, entry: next, path, deadline)
    } else if let action = deadline.finally {
      try act(action, for: timer.onBehalfOf, path)
    } else {
      try markOverdue(path)
    }
  }

  private mutating func elementDue(
    _ path: ElementPath, _ deadline: Deadline
  ) throws(RuntimeError) {
    guard let element = state.elements[path] else { return }
    if element.rounds.last?.isDecided == true {
      // A step was decided in time, and its end is being told: what follows from that comes first.
      return postTimer(
        TimerPayload(.elementLimit), of: path, step: nil, pass: element.pass, dueAt: now)
    }
    guard let action = deadline.finally else { return try markOverdue(path) }
    record(.limitReached, element: path, detail: action.description)
    closeItems(.element(path), as: .escalated)
    try endByLimit(path, action)
  }

  /// Nothing follows from the end of the limit: it is marked, and people are told.
  private mutating func markOverdue(_ path: ElementPath) throws(RuntimeError) {
    guard let round = state.elements[path]?.rounds.last, !round.isOverdue else { return }
    update(path) { $0.rounds[$0.rounds.count - 1].isOverdue = true }
    record(
      .overdue, element: path, step: round.step,
      detail: try holders(of: path).map(\.description).joined(separator: ", "))
  }

  /// For whom items are open: those who have not answered, or who accepted what was offered to
  /// several; nil stands for the one who would still take that.
  private func overdue(in round: Round, of path: ElementPath) throws(RuntimeError) -> [PersonID?] {
    if definition.element(at: path)?.definition is ApprovalElement {
      return round.people.filter { !round.isAnswered(for: $0) }
    }
    guard round.answers.isEmpty else { return [] }
    if round.people.count == 1 { return [round.people[0]] }
    let taken = try ask { try $0.openItems(of: path) }.first { $0.assignee != nil }
    return [taken?.assignee.flatMap { taken?.personActedFor(by: $0) }]
  }

  /// The deadline that an element, or one of its steps, has in this version.
  func deadline(of path: ElementPath, step: String?) -> Deadline {
    switch definition.element(at: path)?.definition {
    case let approval as ApprovalElement:
      guard let step else { return approval.deadline }
      return approval.step(named: step)?.deadline ?? .none
    case let task as TaskElement: return task.deadline
    case let choice as ChoiceElement: return choice.deadline
    default: return .none
    }
  }
}

extension Round {
  /// Whether somebody, or the system, has answered for a person; nil stands for the one who
  /// would have taken an offered item.
  func isAnswered(for person: PersonID?) -> Bool {
    guard let person else { return !answers.isEmpty }
    return answers.contains { $0.onBehalfOf == person }
  }
}

extension TimerPayload {
  /// What it is, for the history.
  var words: String {
    switch kind {
    case .reminder: "reminder"
    case .due: "limit"
    case .elementLimit: "limit of the approval"
    case .escalation: "limit of the escalation"
    case .release: "the end of a hold"
    }
  }
}
