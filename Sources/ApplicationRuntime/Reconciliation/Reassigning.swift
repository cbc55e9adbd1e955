// One open item whose people have changed: who gets it now.

import Workflow
import WorkflowRuntime

/// Assigns one item anew: by delegation, else by the fallback of its assignment; an item for which
/// nobody can be found is orphaned, and waits for an administrator.
struct Reassigning {
  let item: WorkItem
  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction
  let today: Day

  init(
    _ item: WorkItem, parts: EngineParts, organization: Organization,
    transaction: any StoreTransaction
  ) {
    self.item = item
    self.parts = parts
    self.organization = organization
    self.transaction = transaction
    today = parts.today(in: organization)
  }

  /// Whether somebody it is with cannot act any more, its queue has other members now, or nobody
  /// was found for it before.
  var isNeeded: Bool {
    if item.status == .orphaned { return true }
    if let assignee = item.assignee { return !isActive(assignee) }
    if let members = queueMembers { return Set(members) != Set(asked) }
    return item.candidates.isEmpty || !item.candidates.allSatisfy(isActive)
  }

  func perform() throws {
    guard
      var work = try InstanceWork(restoring: item.instance, from: transaction),
      work.instance.status.isOpen, !work.instance.isCanceling, let stored = work.instance.state
    else { return }
    let state = try InstanceState(stored: try JSON(parsing: stored))
    let search = try Search(self, state, work)
    let found = item.asksForChange ? try search.receiver() : try search.people()
    guard let changed = item.assigned(to: found) else { return }
    work.changedItems.append(changed)
    work.history += found.history
    work.history.append(entry(for: changed))
    if item.asksForChange, let receiver = changed.assignee, changed.status != .orphaned {
      handOver(to: receiver, state, &work)
    }
    try work.save(
      telling: Telling(parts: parts, organization: organization, transaction: transaction),
      at: parts.clock.now())
  }

  /// Who is asked by an offered item, before delegation.
  private var asked: [PersonID] { item.candidates.map { item.standIns[$0] ?? $0 } }

  /// The active members of the queue that it lies in; nil when it lies in none.
  var queueMembers: [PersonID]? {
    guard let queue = item.queue else { return nil }
    return (organization.queues[queue]?.members ?? []).filter(isActive)
  }

  func isActive(_ id: PersonID) -> Bool {
    organization.person(id)?.isActive(on: today) ?? false
  }

  private func entry(for changed: WorkItem) -> HistoryEntry {
    let before = item.assignee.map { [$0] } ?? item.candidates
    let left = before.filter { !isActive($0) }.map { "\($0) is not active" }
    let why = left.isEmpty ? "the organisation has changed" : left.joined(separator: ", ")
    let isOrphaned = changed.status == .orphaned
    let whom =
      isOrphaned
      ? "nobody can be found"
      : changed.visibleTo.map(\.description).joined(
        separator: ", ")
    return HistoryEntry(
      isOrphaned ? .orphaned : .reassigned, at: parts.clock.now(), onBehalfOf: changed.onBehalfOf,
      element: item.element, step: item.step, detail: "\(item.id): \(why): \(whom)")
  }

  /// The document, or its line, is now to be changed by somebody else.
  private func handOver(
    to receiver: PersonID, _ state: InstanceState, _ work: inout InstanceWork
  ) {
    if let line = item.line {
      if work.document.editableLines[line] != nil { work.document.editableLines[line] = receiver }
    } else if work.document.editableBy == item.assignee {
      work.document.editableBy = receiver
      work.document.waitingFor = "\(organization.name(of: receiver)) to change and resubmit it"
    }
    var changed = state
    guard changed.elements[item.element]?.sentBackTo != nil else { return }
    changed.elements[item.element]?.sentBackTo = receiver
    work.state = changed
    if let change = changed.change(since: state) {
      work.history[work.history.count - 1].change = change
    }
  }
}

extension WorkItem {
  /// Whether it asks to change the document.
  var asksForChange: Bool { kind == .return || kind == .changeRequested }

  /// The item with those who were found; nil when that changes nothing.
  fileprivate func assigned(to found: Reassigning.Found) -> WorkItem? {
    var item = self
    guard let first = found.people.first else {
      item.status = .orphaned
      return item == self ? nil : item
    }
    item.standIns = found.standIns
    if found.people.count == 1, item.queue == nil {
      item.assignee = first
      if !candidates.isEmpty { item.candidates = [first] }
      item.onBehalfOf = found.standIns[first]
    } else {
      item.assignee = nil
      item.candidates = found.people
      item.onBehalfOf = found.onBehalfOf
    }
    if item.status == .orphaned || item.assignee == nil { item.status = .open }
    return item == self ? nil : item
  }
}
