// What must always hold (DESIGN 3), looked at after every step.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// Looks at what is committed. It remembers what it has seen, so that each look costs what is new.
struct Invariants {
  private var history = HistoryInvariants()
  private var queue = QueueInvariants()

  mutating func check(_ tables: Tables, behavior: Behavior) throws {
    try history.check(tables)
    try queue.check(tables, behavior: behavior)
    try checkTallies(tables)
    for instance in tables.instances.values { try check(instance, history, tables) }
    try checkItems(tables)
    for row in tables.pending.values { try checkAttempts(row.message) }
  }

  /// The counters on the arrows of the system page: nothing is posted that is not handled,
  /// discarded, withdrawn or pending, and each side's share is told apart (INTERFACE 1).
  private func checkTallies(_ tables: Tables) throws {
    let tallies = tables.tallies
    try require(
      tallies.depth == tables.pending.count,
      "counted are \(tallies.depth) pending messages, there are \(tables.pending.count)")
    try require(
      tallies.handled == tallies.requests + tallies.events
        && tallies.handled == tables.handledCount,
      "\(tallies.handled) handled are counted by type, \(tables.handledCount) at all")
    try require(tallies[.discarded] == tables.discardedCount, "discarded are counted wrong")
    for type in MessageType.allCases {
      let there = tables.done.values.count { $0.type == type && $0.state == .handled }
      try require(
        tallies[.handled(type)] >= there, "\(type): \(tallies[.handled(type)]), not \(there)")
    }
  }

  /// Each attempt that is counted failed, or runs outside now (SPEC 9).
  private func checkAttempts(_ message: Message) throws {
    let faults = history.faults[message.sequence] ?? 0
    try require(
      message.attempts <= faults + (message.state == .running ? 1 : 0),
      "message \(message.sequence) counts \(message.attempts) attempts and failed \(faults) times")
  }

  /// Everything has ended: nothing is left over.
  mutating func checkEnd(_ tables: Tables, behavior: Behavior) throws {
    try check(tables, behavior: behavior)
    try require(tables.pending.isEmpty, "messages are left: \(tables.pending.keys.sorted())")
    try require(!tables.items.values.contains(where: \.status.isOpen), "work items are left open")
    for document in tables.documents.values {
      let isInReview = [.submitted, .inReview, .changeRequested].contains(document.status)
      try require(!isInReview, "\(document.id) is left \(document.status.rawValue)")
      try require(
        document.editableBy == nil && document.editableLines.isEmpty,
        "\(document.id) is left editable")
    }
  }

  // MARK: Instances

  private func check(
    _ instance: StoredInstance, _ history: HistoryInvariants, _ tables: Tables
  ) throws {
    let pending = tables.pending.values.filter { $0.message.instance == instance.id }
    guard instance.status.isOpen else {
      let left = pending.filter { $0.message.handledAt == nil }
      try require(
        left.allSatisfy {
          $0.message.type.overtakes || $0.message.type == .childEnded
            || $0.message.payload.answer != nil
        },
        "\(instance.id) has ended and has messages")
      return
    }
    try checkHolding(instance, pending)
    let items = tables.items.values.filter { $0.instance == instance.id && $0.status.isOpen }
    let hasChild = tables.instances.values.contains { child in
      child.parent?.instance == instance.id && child.parent?.isDependent == true
        && (child.status.isOpen || child.status == .unrecoverable)
    }
    try require(
      !pending.isEmpty || !items.isEmpty || hasChild,
      "\(instance.id) waits for nobody and for nothing: \(instance.state ?? "") \(children(of: instance.id, tables))"
    )
    let state = history.states[instance.id]
    try require(
      (instance.state != nil) == (state != nil), "\(instance.id) has a state and no history of it")
    if let document = tables.documents[instance.document], document.instance == instance.id {
      let isWaited = pending.allSatisfy { $0.message.type == .timerDue }
      try checkStatus(of: document, instance, state, items, isIdle: isWaited)
      try checkLines(of: document, tables)
    }
    for item in items { try check(item, state) }
  }

  private func children(of parent: InstanceID, _ tables: Tables) -> String {
    tables.instances.values.filter { $0.parent?.instance == parent }.sorted { $0.id < $1.id }
      .map { "\($0.id) \($0.status.rawValue) \($0.state ?? "")" }.joined(separator: "\n")
  }

  /// Who holds is there, and the others wait for it alone.
  private func checkHolding(
    _ instance: StoredInstance, _ pending: [Tables.PendingMessage]
  ) throws {
    guard let holder = instance.heldBy else {
      try require(instance.status != .stopped, "\(instance.id) is stopped by no message")
      return try require(
        pending.allSatisfy { !$0.isHeld }, "\(instance.id) has held messages and no holder")
    }
    guard let row = pending.first(where: { $0.message.sequence == holder }) else {
      throw Violation("\(instance.id) is held by \(holder), which is done")
    }
    try require(!row.isHeld, "\(instance.id): the holder \(holder) is held itself")
    try require(
      (instance.status == .stopped) == (row.message.state == .stopped),
      "\(instance.id) is \(instance.status.rawValue), its message is \(row.message.state.rawValue)")
    for other in pending where other.message.sequence != holder && !other.message.type.overtakes {
      try require(other.isHeld, "\(other.message.sequence) does not wait for \(holder)")
    }
  }

  /// The document says what the instance says (DESIGN 3.3).
  private func checkStatus(
    of document: StoredDocument, _ instance: StoredInstance, _ state: InstanceState?,
    _ items: [WorkItem], isIdle: Bool
  ) throws {
    let asked = items.map { "\($0.id) \($0.kind) \($0.status) \($0.visibleTo)" }
    let words =
      "\(document.id) is \(document.status.rawValue), editable by \(document.editableBy?.rawValue ?? "nobody"), "
      + "with \(asked) in \(instance.state ?? "no state")"
    guard let state, state.stage != .starting else {
      return try require(document.status == .submitted, words)
    }
    switch state.stage {
    case .starting, .running:
      let changes = items.filter { $0.asksForChange && $0.line == nil && $0.status != .orphaned }
      // An orphaned one is with nobody until an administrator reassigns it.
      let isSentBack = items.contains { $0.asksForChange && $0.line == nil }
      if !changes.isEmpty {
        let isOneOfThem = changes.contains { change in
          document.editableBy == change.assignee
            && document.status == (change.kind == .return ? .rejected : .changeRequested)
        }
        try require(isOneOfThem || !isIdle, words)
      } else if !isSentBack {
        try require(
          [.submitted, .inReview].contains(document.status) && document.editableBy == nil, words)
      }
      let asks = items.contains { !$0.asksForChange }
      if asks, !isSentBack, isIdle { try require(document.status == .inReview, words) }
    case .completing, .completed:
      let end = [DocumentStatus.approved, .rejected, DocumentStatus(rawValue: "recorded")]
      try require(end.contains(document.status) && document.editableBy == nil, words)
    case .canceling, .canceled:
      try require(document.status != .draft, words)
    }
  }

  /// A line that alone is unlocked is with the person whose item asks for it.
  private func checkLines(of document: StoredDocument, _ tables: Tables) throws {
    for (line, person) in document.editableLines {
      let isAsked = tables.items.values.contains { item in
        item.document == document.id && item.status.isOpen && item.asksForChange
          && item.line == line && item.assignee == person
      }
      try require(isAsked, "line \(line) of \(document.id) is with \(person), who is not asked")
    }
  }

  // MARK: Work items

  private func check(_ item: WorkItem, _ state: InstanceState?) throws {
    let element = state?.elements[item.element]
    // A line that its workflow gave back is asked for by the element of the lines, which works on.
    let isLineBack =
      item.asksForChange && element?.children.contains { $0.line == item.line } == true
    let phase: ElementState.Phase = item.asksForChange && !isLineBack ? .sentBack : .working
    try require(
      element?.pass == item.pass && element?.phase == phase,
      "\(item.id) is open in \(element.map { "\($0.phase) \($0.pass)" } ?? "no element")")
    try require(item.answer == nil, "\(item.id) is open and answered")
  }

  private func checkItems(_ tables: Tables) throws {
    var places: Set<String> = []
    for item in tables.items.values where item.status.isOpen {
      try require(
        tables.instances[item.instance]?.status.isOpen == true,
        "\(item.id) is open and its instance has ended")
      let person = item.personActedFor?.rawValue ?? "offered"
      let place =
        "\(item.instance)/\(item.element)/\(item.step ?? "")/\(item.kind)/\(item.line ?? 0)/\(person)"
      try require(places.insert(place).inserted, "two open items for \(place)")
    }
  }
}

func require(_ condition: Bool, _ rule: @autoclosure () -> String) throws {
  guard condition else { throw Violation(rule()) }
}
