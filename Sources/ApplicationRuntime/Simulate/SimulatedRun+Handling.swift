// Handling one message of a simulated run: the real runtime decides, its effects stay in memory.

import Workflow
import WorkflowRuntime

extension SimulatedRun {
  mutating func handle(_ message: Message) throws {
    guard let instance = instances[message.instance], instance.status.isOpen else { return }
    if let acknowledgment = message.type.acknowledgment {
      if message.type == .automatedExecution { tellExecution(message, instance) }
      return post(acknowledgment, message.payload, to: message.instance, dueAt: nil)
    }
    let transition = try parts.runtime.handle(
      message, of: instance.start, in: instance.state, by: instance.definition,
      lookup: try lookup(of: instance), at: now)
    try apply(transition, of: message, to: message.instance)
  }

  private mutating func tellExecution(_ message: Message, _ instance: SimulatedInstance) {
    guard let path = message.payload.element,
      let automated = instance.definition.element(at: path)?.definition as? AutomatedElement
    else { return }
    tell(
      .init(
        at: now, line: instance.start.line, element: path, step: nil, event: .automatedExecution,
        words: "would run \(automated.run)", values: []))
  }

  private mutating func apply(
    _ transition: Transition, of message: Message, to id: InstanceID
  ) throws {
    let line = instances[id]?.start.line
    for entry in transition.history { tell(entry, line: line) }
    instances[id]?.state = transition.state
    instances[id]?.status = transition.status
    if let change = transition.document, change.line == nil {
      instances[id]?.document.status = change.status
      instances[id]?.document.waitingFor = change.waitingFor
    }
    if case .discardOthers? = transition.queue { pending.removeAll { $0.instance == id } }
    for removed in transition.removedTimers {
      pending.removeAll { $0.instance == id && $0.type == .timerDue && removed.covers($0) }
    }
    for closed in transition.closedItems {
      items.removeAll { $0.instance == id && closed.scope.covers($0) }
    }
    for postponement in transition.postponements { postpone(postponement, in: id) }
    for post in transition.posts { self.post(post.type, post.payload, to: id, dueAt: post.dueAt) }
    for child in transition.newChildren { try start(child, of: id) }
    if let canceled = transition.canceledChildren { cancel(canceled, of: id, message) }
    // The limits were posted with the items: the clock can be told beside them.
    for item in transition.newItems { try open(item, in: id) }
    if let since = transition.releasedLines { releaseLines(of: id, since: since) }
    if let outcome = transition.endedAs {
      tellParent(of: id, outcome, content: transition.endedContent)
    }
    if !transition.status.isOpen { pending.removeAll { $0.instance == id } }
  }

  private mutating func postpone(_ postponement: Transition.Postponement, in id: InstanceID) {
    for index in items.indices
    where items[index].instance == id && items[index].element == postponement.element {
      items[index].dueAt = items[index].dueAt.map { postponement.dueAt[$0] ?? $0 }
    }
  }

  private mutating func releaseLines(of id: InstanceID, since: Timestamp) {
    for (child, instance) in instances.sorted(by: { $0.key < $1.key })
    where instance.parent?.instance == id && instance.start.line != nil && instance.status.isOpen {
      post(
        .timerDue, Payload(timer: TimerPayload(.release, since: since)), to: child, dueAt: nil)
    }
  }

  // MARK: Items

  private mutating func open(_ new: Transition.NewWorkItem, in id: InstanceID) throws {
    guard let instance = instances[id] else { return }
    let allowsDeny = try parts.type(instance.document.type).allowsDeny
    let item = WorkItem(
      id: WorkItemID(nextNumber()), kind: new.kind, instance: id, document: instance.document.id,
      documentType: instance.document.type, element: new.element, pass: new.pass, step: new.step,
      subject: new.subject, instructions: new.instructions, assignee: new.assignee,
      candidates: new.candidates, onBehalfOf: new.onBehalfOf, standIns: new.standIns,
      queue: new.queue, outcomes: new.outcomes, line: new.line ?? instance.start.line,
      changes: new.changes, createdAt: now, dueAt: new.dueAt,
      allowed: new.allowed.filter { $0 != .deny || allowsDeny })
    items.append(item)
    var entry = SimulationReport.Entry(
      at: now, line: item.line, element: item.element, step: item.step, event: nil,
      words: words(for: item), values: [])
    entry.people = item.visibleTo
    entry.dueAt = item.dueAt
    entry.ifUnanswered = clock(of: item.element, in: id)
    tell(entry)
  }

  private func words(for item: WorkItem) -> String {
    let names = item.visibleTo.map(organization.name).joined(separator: ", ")
    let acting = item.onBehalfOf.map { ", for \(organization.name(of: $0))" } ?? ""
    let queue = item.queue.map { " (queue \(organization.queues[$0]?.title ?? $0.rawValue))" } ?? ""
    switch item.kind {
    case .approval: return "asks \(names)\(acting)\(queue)"
    case .return, .changeRequested: return "comes back to \(names)\(acting)"
    case .task, .choice:
      let oneOf = item.assignee == nil && item.candidates.count > 1 ? "one of " : ""
      return "asks \(oneOf)\(names)\(acting)\(queue)"
    }
  }

  // MARK: Children

  private mutating func start(_ new: Transition.NewChild, of id: InstanceID) throws {
    guard let parent = instances[id] else { return }
    guard let version = try reading.activeVersion(of: new.workflow) else {
      throw RuntimeError(.noChild, "\(new.workflow) has no active version")
    }
    let document = try new.document.map { try reading.document($0) } ?? parent.document
    guard var document else {
      throw RuntimeError(.noChild, "there is no document \(new.document?.rawValue ?? "")")
    }
    if new.document != nil { document.status = .submitted }
    begin(
      document,
      try parts.sources.definition(of: new.workflow, version: version.version, reading),
      version: version.version,
      parent: ParentElement(
        instance: id, element: new.element, pass: new.pass, child: new.child,
        isDependent: new.isDependent),
      line: new.document == nil ? new.child.line : nil, changes: new.changes)
  }

  private mutating func cancel(
    _ scope: Transition.CanceledChildren, of id: InstanceID, _ message: Message
  ) {
    for (child, instance) in instances.sorted(by: { $0.key < $1.key })
    where instance.status.isOpen {
      guard let parent = instance.parent, parent.instance == id, parent.isDependent,
        scope.covers(parent)
      else { continue }
      post(
        .cancel,
        Payload(
          actor: message.payload.actor, comment: message.payload.comment,
          cause: message.cause(ofCancelingBelow: scope.path)),
        to: child, dueAt: nil)
    }
  }

  private mutating func tellParent(
    of id: InstanceID, _ outcome: ElementOutcome, content: String?
  ) {
    guard let parent = instances[id]?.parent, parent.isDependent else { return }
    post(
      .childEnded,
      Payload(
        element: parent.element, pass: parent.pass, outcome: outcome, child: parent.child,
        content: content),
      to: parent.instance, dueAt: nil)
  }

  // MARK: Words

  private mutating func tell(_ entry: HistoryEntry, line: Int?) {
    switch entry.event {
    case .acknowledged, .statusChanged, .workItemsCreated, .workItemsClosed, .stepCompleted: return
    default: break
    }
    let whose = entry.onBehalfOf.map { person in
      entry.actor.map { $0.person == person } ?? false
        ? organization.name(of: person) : "for \(organization.name(of: person))"
    }
    let parts = [
      Word(entry.event.rawValue).hyphenated.replacing("-", with: " "), whose, entry.detail,
    ]
    tell(
      .init(
        at: entry.at, line: line, element: entry.element, step: entry.step, event: entry.event,
        words: parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "),
        values: entry.values))
  }
}

extension Transition.CanceledChildren {
  /// The element below which they are; nil for those of the whole instance.
  fileprivate var path: ElementPath? {
    switch self {
    case .instance: nil
    case .element(let path), .lines(let path, _): path
    }
  }

  fileprivate func covers(_ child: ParentElement) -> Bool {
    switch self {
    case .instance: true
    case .element(let path): child.element.components.starts(with: path.components)
    case .lines(let path, let lines): child.element == path && lines.contains(child.child.line)
    }
  }
}
