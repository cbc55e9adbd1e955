// Asking people: the round begins, each gets an item, or all are offered one (SPEC 4, 5).

import Workflow

/// What people are asked in a round, whoever they are.
struct Question {
  let kind: WorkItem.Kind
  let step: String?
  let subject: LocalizedTemplate?
  /// The title when the workflow has none.
  let usualSubject: String
  let instructions: LocalizedTemplate?
  let allow: Set<AllowedAction>?
  var outcomes: [NamedOutcome] = []
  let deadline: Deadline
}

extension Turn {
  /// Begins a round: its people are asked, and its limit starts.
  mutating func ask(
    _ assignees: Assignees, _ question: Question, of path: ElementPath, isFinal: Bool = false
  ) throws(RuntimeError) {
    let pass = state.elements[path]?.pass ?? 1
    let due = try startDeadline(question.deadline, of: path, step: question.step, pass: pass)
    update(path) { [now] in
      $0.phase = .working
      $0.rounds.append(
        Round(
          step: question.step, people: assignees.people, isFinal: isFinal, startedAt: now,
          dueAt: due))
    }
    // Where the whole has a limit, its items show that one.
    let shown = due ?? state.elements[path]?.dueAt
    var asked: [PersonID] = []
    if question.kind == .approval {
      for person in assignees.people {
        let one = try delegate(of: person, at: Place(path, step: question.step))
        asked.append(one)
        openItem(
          question, of: path, pass: pass, due: shown, assignee: one,
          onBehalfOf: one == person ? nil : person)
      }
    } else {
      asked = try offer(assignees, question, of: path, pass: pass, due: shown)
    }
    record(
      .workItemsCreated, element: path, step: question.step,
      detail: asked.map(\.description).joined(separator: ", "))
    post(.workItemsCreated, Payload(element: path, pass: pass, step: question.step))
  }

  /// One item for all: the first to accept it owns it. The members of a queue are not stood in
  /// for, since any of them will do.
  private mutating func offer(
    _ assignees: Assignees, _ question: Question, of path: ElementPath, pass: Int,
    due: Timestamp?
  ) throws(RuntimeError) -> [PersonID] {
    var candidates: [PersonID] = []
    var standIns: [PersonID: PersonID] = [:]
    for person in assignees.people {
      let one =
        assignees.queue == nil
        ? try delegate(of: person, at: Place(path, step: question.step)) : person
      if !candidates.contains(one) { candidates.append(one) }
      if one != person, !assignees.people.contains(one), standIns[one] == nil {
        standIns[one] = person
      }
    }
    let only = candidates.count == 1 ? candidates.first : nil
    openItem(
      question, of: path, pass: pass, due: due, candidates: candidates,
      onBehalfOf: only.flatMap { standIns[$0] }, standIns: standIns, queue: assignees.queue)
    return candidates
  }

  mutating func openItem(
    _ question: Question, of path: ElementPath, pass: Int, due: Timestamp?,
    assignee: PersonID? = nil, candidates: [PersonID] = [], onBehalfOf: PersonID? = nil,
    standIns: [PersonID: PersonID] = [:], queue: QueueID? = nil
  ) {
    let reader = assignee ?? (candidates.count == 1 ? candidates.first : nil)
    open(
      .init(
        kind: question.kind, element: path, pass: pass, step: question.step,
        subject: render(question.subject, for: reader) ?? question.usualSubject,
        instructions: render(question.instructions, for: reader), assignee: assignee,
        candidates: candidates,
        allowed: AllowedAction.allowed(for: question.kind, by: question.allow),
        onBehalfOf: onBehalfOf, standIns: standIns, queue: queue,
        outcomes: question.outcomes.map {
          ItemOutcome(name: $0.name, title: $0.title ?? $0.name, answer: $0.answer)
        },
        line: state.line, changes: pass > 1 || state.isAskedAgain ? state.changes : nil, dueAt: due)
    )
  }
}

extension AllowedAction {
  /// What may be done with an item of an element: its `allow:` list, or all that fits its kind.
  /// Whether the document's type has denying at all is for the application runtime to say.
  static func allowed(for kind: WorkItem.Kind, by list: Set<AllowedAction>?) -> [AllowedAction] {
    let all: Set<AllowedAction> =
      kind == .approval
      ? [.approve, .reject, .requestChange, .deny, .delegate]
      : [.complete, .reject, .requestChange, .delegate]
    return AllowedAction.allCases.filter((list ?? all).contains)
  }
}
