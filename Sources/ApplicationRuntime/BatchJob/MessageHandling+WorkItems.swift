// Opening, closing and postponing the work items of an instance, with their limits.

import Workflow
import WorkflowRuntime

extension MessageHandling {
  /// The open items of the instance, read once for all messages of the batch.
  func loadOpenItems(in work: inout InstanceWork) throws -> [WorkItem] {
    if let items = work.openItems { return items }
    var items: [WorkItem] = []
    var after: WorkItemID?
    repeat {
      let window = try transaction.workItems(
        WorkItemQuery(.openOfInstance(work.instance.id), after: after, limit: 500))
      items.append(contentsOf: window)
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil
    work.openItems = items
    return items
  }

  func close(
    _ closed: Transition.ClosedWorkItems, in work: inout InstanceWork
  ) throws {
    let now = parts.clock.now()
    let items = try loadOpenItems(in: &work)
    for item in items where closed.scope.covers(item) {
      var item = item
      item.status = closed.status
      item.closedAt = now
      if let index = work.newItems.firstIndex(where: { $0.id == item.id }) {
        work.newItems[index] = item
      } else {
        work.changedItems.append(item)
      }
    }
    work.openItems = items.filter { !closed.scope.covers($0) }
  }

  func open(_ new: Transition.NewWorkItem, in work: inout InstanceWork) throws {
    let allowsDeny = try parts.type(work.instance.documentType).allowsDeny
    // In a queue it stays offered, also with one member: others may join, and it may be moved.
    let isTaken = new.queue == nil && new.candidates.count == 1
    var item = WorkItem(
      id: WorkItemID(try transaction.next(.workItem)), kind: new.kind,
      instance: work.instance.id, document: work.instance.document,
      documentType: work.instance.documentType, element: new.element, pass: new.pass,
      step: new.step, subject: new.subject, instructions: new.instructions,
      assignee: new.assignee ?? (isTaken ? new.candidates.first : nil),
      candidates: new.candidates, onBehalfOf: new.onBehalfOf, standIns: new.standIns,
      queue: new.queue, outcomes: new.outcomes, line: new.line ?? work.instance.line,
      changes: new.changes, createdAt: parts.clock.now(), dueAt: new.dueAt,
      allowed: new.allowed.filter { $0 != .deny || allowsDeny })
    // Nobody above somebody who has left is active: an administrator reassigns it.
    if let assignee = item.assignee,
      organization.person(assignee)?.isActive(on: parts.today(in: organization)) != true
    {
      item.status = .orphaned
      work.history.append(
        HistoryEntry(
          .orphaned, at: item.createdAt, onBehalfOf: item.onBehalfOf, element: item.element,
          step: item.step, detail: "\(item.id): \(assignee) is not active: nobody can be found"))
    }
    work.newItems.append(item)
    work.openItems = try loadOpenItems(in: &work) + [item]
  }

  /// Changes an open item, whether its row is in the store already or not.
  func change(_ item: WorkItem, in work: inout InstanceWork) throws {
    var items = try loadOpenItems(in: &work)
    if let index = items.firstIndex(where: { $0.id == item.id }) { items[index] = item }
    work.openItems = items
    if let index = work.newItems.firstIndex(where: { $0.id == item.id }) {
      work.newItems[index] = item
    } else {
      work.changedItems.append(item)
    }
  }

  /// Time as returned does not count: the open items of an element are due later. The runtime
  /// posts its limits anew, since a message's due time is fixed at posting.
  func postpone(
    _ postponement: Transition.Postponement, in work: inout InstanceWork
  ) throws {
    for var item in try loadOpenItems(in: &work) where item.element == postponement.element {
      guard let dueAt = item.dueAt.flatMap({ postponement.dueAt[$0] }) else { continue }
      item.dueAt = dueAt
      try change(item, in: &work)
    }
  }
}

extension Transition.ClosedWorkItems.Scope {
  func covers(_ item: WorkItem) -> Bool {
    switch self {
    case .instance: true
    case .element(let path): item.element == path
    case .person(let path, let person):
      item.element == path
        && (person == nil || item.personActedFor == person
          || item.assignee.flatMap { item.standIns[$0] } == person)
    }
  }
}

extension Transition.RemovedTimers {
  /// Whether a limit or a reminder is among them.
  func covers(_ timer: Message) -> Bool {
    guard let payload = timer.payload.timer else { return true }
    return switch self {
    case .instance: true
    case .element(let path, let kinds):
      timer.payload.element == path && kinds.contains(payload.kind)
    case .person(let path, let person):
      timer.payload.element == path && payload.kind == .escalation
        && payload.onBehalfOf == person
    }
  }
}

extension InstanceState {
  /// The elements that it waits in, for lists: the innermost ones, a few of many.
  var whereItWaits: String? {
    let current = current
    let innermost = current.filter { path in
      !current.contains { $0 != path && $0.components.starts(with: path.components) }
    }
    guard !innermost.isEmpty else { return nil }
    let named = innermost.prefix(3).map(\.description).joined(separator: ", ")
    return innermost.count > 3 ? "\(named) and \(innermost.count - 3) more" : named
  }
}

extension DocumentStatus {
  /// Whether a line of a document in this status can be with somebody who is to change it.
  var mayHaveEditableLines: Bool {
    self == .submitted || self == .inReview || self == .changeRequested || self == .rejected
  }
}
