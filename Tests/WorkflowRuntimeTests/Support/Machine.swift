// Drives the pure runtime as a batch job would, with everything stored between two messages.

import Testing
import Workflow

@testable import WorkflowRuntime

/// One instance of a workflow: its queue, its items, its timers, its children.
///
///     var machine = try Machine("  - task: check\n    assign: { user: bob }")
///     try machine.begin()
///     try machine.answer(.complete, by: "bob")
///
/// Every event is acknowledged at once. Between two messages the state and the payloads are
/// written as JSON and read back, and the history is folded and compared: nothing lives in memory.
struct Machine {
  /// A message that waits: for its turn, for its time, or because a test holds it.
  struct Waiting {
    let sequence: Int64
    let type: MessageType
    let payload: String
    var dueAt: Timestamp
  }

  var definition: WorkflowDefinition
  /// What a migration goes to.
  var target: WorkflowDefinition?
  var facts = Facts()
  var originator: PersonID = "sam"
  /// The line that the instance is about; nil for a whole document.
  var line: Int?
  var isDependent = false
  /// The time; ``advance(by:)`` lets timers fire on the way.
  var now = Timestamp(microseconds: 1_772_442_000_000_000)
  /// Messages of these types stay in the queue until a test takes them out of the set.
  var held: Set<MessageType> = []
  /// What throws when it is handled, as a handler of the application would.
  var failing: Set<MessageType> = []

  var saved: String?
  var folded: InstanceState?
  var status = InstanceStatus.pending
  var document: Transition.DocumentChange?
  /// The lines that somebody may edit.
  var lines: [Int: PersonID] = [:]
  var items: [WorkItem] = []
  var history: [HistoryEntry] = []
  /// The events that were handled.
  var handled: [MessageType] = []
  var transitions: [Transition] = []
  var queue: [Waiting] = []
  /// The message that failed; the instance waits for it.
  var stopped: Waiting?
  /// The children that run.
  var children: [Transition.NewChild] = []
  /// Those that were told to end, and have not answered.
  var canceledChildren: [Transition.NewChild] = []
  /// How it ended, for its parent.
  var endedAs: ElementOutcome?
  private var sequence: Int64 = 0

  init(definition: WorkflowDefinition) { self.definition = definition }

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
    self.init(definition: try #require(definition, "\(findings)"))
  }

  /// The state as it is stored.
  var state: InstanceState? {
    saved.flatMap { try? InstanceState(stored: try JSON(parsing: $0)) }
  }

  var start: InstanceState {
    InstanceState(
      instance: InstanceID(1), document: "NO-1", documentType: "note", workflow: "test",
      version: 1, originator: originator, line: line, isDependent: isDependent)
  }

  /// What the runtime may ask: the facts, the line and the items.
  var known: Facts {
    var known = facts
    known.ownLine = line
    known.items = items
    return known
  }

  // MARK: Messages

  mutating func message(_ type: MessageType, _ payload: Payload = Payload()) -> Message {
    sequence += 1
    return Message(
      sequence: sequence, instance: InstanceID(1), document: "NO-1", documentType: "note",
      type: type, payload: payload, postedAt: now, postedBy: nil, dueAt: now, state: .ready)
  }

  /// Puts a message into the queue.
  mutating func post(
    _ type: MessageType, _ payload: Payload = Payload(), dueAt: Timestamp? = nil
  ) {
    sequence += 1
    queue.append(
      Waiting(
        sequence: sequence, type: type, payload: payload.json.text, dueAt: dueAt ?? now))
  }

  /// Handles one request and what follows from it, until people or time are needed.
  mutating func handle(_ type: MessageType, _ payload: Payload = Payload()) throws {
    post(type, payload)
    try run()
  }

  mutating func begin() throws { try handle(.activation) }

  /// Handles what is due, in the order of the queue; stops at a message that fails.
  mutating func run() throws {
    var count = 0
    while let index = nextIndex {
      let waiting = queue.remove(at: index)
      do {
        try handle(waiting)
      } catch {
        stopped = waiting
        throw error
      }
      count += 1
      try #require(count < 10_000, "it never comes to an end")
    }
    check()
  }

  /// Handles one message, the next of the queue.
  mutating func step() throws {
    let index = try #require(nextIndex, "nothing is due")
    try handle(queue.remove(at: index))
  }

  /// Lets time pass; each timer fires at its own time.
  mutating func advance(by duration: Duration) throws {
    let end = now.advanced(by: duration)
    while let next = queue.map(\.dueAt).filter({ $0 > now && $0 <= end }).min() {
      now = next
      try run()
    }
    now = end
    try run()
  }

  private var nextIndex: Int? {
    queue.indices
      .filter { index in
        let waiting = queue[index]
        return waiting.dueAt <= now && !held.contains(waiting.type)
          && (stopped == nil || waiting.type.overtakes)
      }
      .min { (queue[$0].dueAt, queue[$0].sequence) < (queue[$1].dueAt, queue[$1].sequence) }
  }

  private mutating func handle(_ waiting: Waiting) throws {
    let payload = try Payload(stored: try JSON(parsing: waiting.payload))
    if failing.contains(waiting.type) { throw Failure() }
    if let acknowledgment = waiting.type.acknowledgment {
      handled.append(waiting.type)
      post(acknowledgment, payload)
      return
    }
    let message = Message(
      sequence: waiting.sequence, instance: InstanceID(1), document: "NO-1",
      documentType: "note", type: waiting.type, payload: payload, postedAt: now, postedBy: nil,
      dueAt: waiting.dueAt, state: .ready)
    let stored = try saved.map { try InstanceState(stored: try JSON(parsing: $0)) }
    let transition = try WorkflowRuntime().handle(
      message, of: start, in: stored,
      by: message.type == .migrate ? target ?? definition : definition,
      migratingFrom: message.type == .migrate ? definition : nil, lookup: known, at: now)
    if let stored, transition.state.version != stored.version { definition = target ?? definition }
    try apply(transition)
  }
}

/// What a handler of a test fails with.
struct Failure: Error {}
