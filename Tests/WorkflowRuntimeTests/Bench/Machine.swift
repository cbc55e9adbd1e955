// Drives the pure runtime: every event is acknowledged at once, as a batch job would.

import Testing
import Workflow

@testable import WorkflowRuntime

/// One instance of a workflow, with everything that its transitions asked for.
struct Machine {
  let definition: WorkflowDefinition
  var facts = Facts()
  var originator: PersonID = "sam"
  var now = Timestamp(microseconds: 1_772_442_000_000_000)
  private(set) var state: InstanceState?
  private(set) var status = InstanceStatus.pending
  private(set) var document: Transition.DocumentChange?
  private(set) var open: [Transition.NewWorkItem] = []
  private(set) var history: [HistoryEntry] = []
  private(set) var handled: [MessageType] = []
  private(set) var transitions: [Transition] = []
  private var sequence: Int64 = 0

  /// - Parameter elements: the elements of the workflow, as its file has them.
  init(_ elements: String, head: String = "priority: 0") throws {
    let text = """
      workflow: test
      title: Test
      type: note
      \(head)
      elements:
      \(elements)
      """
    let (definition, findings) = WorkflowDefinition.parse(text, file: "w.yaml")
    self.definition = try #require(definition, "\(findings)")
  }

  var start: InstanceState {
    InstanceState(
      instance: InstanceID(1), document: "NO-1", documentType: "note", workflow: "test",
      version: 1, originator: originator)
  }

  /// Who is asked, by the step or element.
  var asked: [PersonID] { open.flatMap { $0.assignee.map { [$0] } ?? $0.candidates } }

  var events: [HistoryEvent] { history.map(\.event) }

  mutating func message(_ type: MessageType, _ payload: Payload = Payload()) -> Message {
    sequence += 1
    return Message(
      sequence: sequence, instance: InstanceID(1), document: "NO-1", documentType: "note",
      type: type, payload: payload, postedAt: now, postedBy: nil, dueAt: now, state: .ready)
  }

  /// Handles one request and what follows from it, until people are needed.
  mutating func handle(_ type: MessageType, _ payload: Payload = Payload()) throws {
    var queue = [Transition.Post(type, payload)]
    while !queue.isEmpty {
      let post = queue.removeFirst()
      if let acknowledgment = post.type.acknowledgment {
        handled.append(post.type)
        queue.append(.init(acknowledgment, post.payload))
        continue
      }
      let message = message(post.type, post.payload)
      let transition = try WorkflowRuntime().handle(
        message, of: start, in: state, by: definition, lookup: facts, at: now)
      apply(transition)
      queue += transition.posts
      #expect(queue.count < 100 && transitions.count < 1_000)
    }
  }

  private mutating func apply(_ transition: Transition) {
    transitions.append(transition)
    state = transition.state
    status = transition.status
    document = transition.document ?? document
    history += transition.history
    for closed in transition.closedItems {
      open.removeAll { closed.element == nil || $0.element == closed.element }
    }
    open += transition.newItems
  }

  mutating func begin() throws { try handle(.activation) }

  /// Answers the open item of a person.
  mutating func answer(
    _ outcome: Answer.Outcome, by person: PersonID, addressee: PersonID? = nil
  ) throws {
    let index = try #require(
      open.firstIndex { $0.assignee == person || $0.candidates.contains(person) })
    let item = open.remove(at: index)
    try handle(
      .workItemAnswered,
      Payload(
        element: item.element, pass: item.pass, step: item.step,
        answer: Answer(
          item: WorkItemID(1), outcome: outcome, actor: Actor(person), onBehalfOf: person,
          comment: "words", addressee: addressee, givenAt: now, revision: 1)))
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
