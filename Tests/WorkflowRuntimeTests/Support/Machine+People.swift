// What people do with the items of the machine, and what a test asks it.

import Testing
import Workflow

@testable import WorkflowRuntime

extension Machine {
  var open: [WorkItem] { items.filter(\.status.isOpen) }

  /// Who is asked now, in the order of the items.
  var asked: [PersonID] { open.flatMap { $0.assignee.map { [$0] } ?? $0.candidates } }

  var events: [HistoryEvent] { history.map(\.event) }

  /// The words of the entries of a kind.
  func details(_ event: HistoryEvent) -> [String] {
    history.filter { $0.event == event }.map { $0.detail ?? "" }
  }

  /// When the timers that wait are due, in their order.
  var timers: [(timer: TimerPayload, dueAt: Timestamp)] {
    queue.compactMap { waiting in waiting.timer.map { ($0, waiting.dueAt) } }
      .sorted { $0.1 < $1.1 }
  }

  /// The open item that a person can answer, in an element where that is needed to tell.
  func item(of person: PersonID, in element: String? = nil) throws -> WorkItem {
    try #require(
      open.first {
        $0.visibleTo.contains(person)
          && (element == nil || $0.element == ElementPath(parsing: element ?? ""))
      }, "\(person) is asked nothing")
  }

  /// Answers the open item of a person, and lets the instance go on.
  mutating func answer(
    _ outcome: Answer.Outcome, by person: PersonID, in element: String? = nil,
    choice: String? = nil, comment: String? = "words", addressee: PersonID? = nil
  ) throws {
    try give(
      outcome, to: try item(of: person, in: element), by: person, choice: choice,
      comment: comment, addressee: addressee)
    try run()
  }

  /// Answers all items by which a person is asked to change the document.
  mutating func resubmit(by person: PersonID, changes: String? = nil) throws {
    let asking = open.filter {
      ($0.kind == .return || $0.kind == .changeRequested) && $0.visibleTo.contains(person)
    }
    try #require(!asking.isEmpty, "\(person) is not asked to change anything")
    for item in asking { try give(.resubmit, to: item, by: person, changes: changes) }
    try run()
  }

  /// Puts an answer into the queue; its item is closed at once.
  mutating func give(
    _ outcome: Answer.Outcome, to item: WorkItem, by person: PersonID, choice: String? = nil,
    comment: String? = "words", addressee: PersonID? = nil, changes: String? = nil
  ) throws {
    let answer = Answer(
      item: item.id, outcome: outcome, choice: choice, actor: Actor(person),
      onBehalfOf: item.personActedFor(by: person), comment: comment, addressee: addressee,
      givenAt: now, revision: facts.revision, content: try known.contentHash)
    if let index = items.firstIndex(where: { $0.id == item.id }) {
      items[index].status = .answered
      items[index].answer = answer
    }
    if outcome == .resubmit, item.line == nil {
      // The API locks the document and says so, in the transaction that posts the message.
      document = .init(status: .submitted, waitingFor: nil, editableBy: nil)
    }
    post(
      .workItemAnswered,
      Payload(
        element: item.element, pass: item.pass, step: item.step, answer: answer,
        child: item.line.map { ChildReference(line: $0, attempt: 1) }, changes: changes))
  }

  /// A child ends, and tells it.
  mutating func endChild(line: Int, _ outcome: ElementOutcome) throws {
    let child = try #require((children + canceledChildren).first { $0.child.line == line })
    try end(child, outcome)
  }

  mutating func end(_ child: Transition.NewChild, _ outcome: ElementOutcome) throws {
    children.removeAll { $0 == child }
    canceledChildren.removeAll { $0 == child }
    try handle(
      .childEnded,
      Payload(
        element: child.element, pass: child.pass, outcome: outcome, child: child.child,
        content: try facts.contentHash(ofLine: child.child.line)))
  }

  /// An approval with one step of these people under this policy.
  static func approval(_ people: String, policy: String = "single") throws -> Machine {
    try Machine(
      """
        - approval: check
          steps: [ { step: only, assign: { users: [\(people)] }, policy: \(policy) } ]
      """)
  }

  /// A task with this assignment.
  static func task(_ assignment: String, head: String = "priority: 0") throws -> Machine {
    try Machine("  - task: check\n    assign: \(assignment)", head: head)
  }
}
