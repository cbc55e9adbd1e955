// What a person may do with a work item: answer, accept, release, delegate, move.

import Workflow
import WorkflowRuntime

extension Permissions {
  /// Against an action on one of the person's own items: allowed when one of them takes it.
  func reasonAgainstActing(_ action: Action) -> String? {
    guard !mine.isEmpty else { return notAsked }
    let reasons = mine.map { reason(against: action, on: $0) }
    return reasons.contains(nil) ? nil : reasons[0]
  }

  func reasonAgainstAnswering(_ action: Action, _ item: WorkItem) -> String? {
    if let hold = reasonForHold(of: item) { return hold }
    if item.assignee == nil, let reason = reasonAgainstTaking(from: item.queue) { return reason }
    let names = item.outcomes.map(\.name).joined(separator: ", ")
    switch action {
    case .choose:
      return item.outcomes.isEmpty ? "it offers nothing to choose: \(whatItTakes(item))" : nil
    case .complete where !item.outcomes.isEmpty:
      return "choose one of its outcomes: \(names)"
    default:
      guard let allowed = action.allowed, item.allowed.contains(allowed) else {
        return whatItTakes(item)
      }
      return nil
    }
  }

  private func whatItTakes(_ item: WorkItem) -> String {
    let what = item.kind == .return || item.kind == .changeRequested ? "item" : item.kind.rawValue
    var words = item.allowed.filter { item.outcomes.isEmpty || $0 != .complete }.map(\.rawValue)
    if !item.outcomes.isEmpty { words.insert("choose", at: 0) }
    return "this \(what) takes \(words.joined(separator: ", "))"
  }

  /// Why nobody can answer the item now although it is open: the document waits for a change.
  func reasonForHold(of item: WorkItem) -> String? {
    guard !item.isSentBack else { return nil }
    let instance = instance(of: item)
    let isOfLine = instance?.line != nil
    let whole = isOfLine ? instance?.parent?.instance : nil
    // What sent the whole document back holds its lines up as well.
    let waiting = (openItems + itemsOfWhole).filter { other in
      guard other.isSentBack else { return false }
      if other.instance == item.instance { return other.line == nil || isOfLine }
      return other.instance == whole && other.line == nil
    }
    guard !waiting.isEmpty else { return nil }
    let names = waiting.flatMap(\.visibleTo).uniqued().map(name)
    // A line waits for the document around it, which is another one's page.
    let holder = waiting.contains { $0.instance == item.instance } ? nil : whole
    return "on hold: \(names.joined(separator: ", ")) "
      + (names.count == 1 ? "is" : "are") + " asked to change it"
      + (holder.map { ", the whole document (\($0))" } ?? "")
  }

  var reasonAgainstTakingBack: String? {
    guard let item = heldAnswer else { return "no answer of yours can be taken back any more" }
    return instance(of: item).flatMap {
      DecidedStep(instance: $0, organization: organization).sentence(before: item)
    }
  }

  // MARK: Accept and release

  var reasonAgainstAccepting: String? {
    let offered = openItems.filter { $0.candidates.contains(person) }
    let reasons = offered.map(reasonAgainstAccepting)
    if reasons.contains(nil) { return nil }
    return reasons.first.flatMap { $0 } ?? (mine.isEmpty ? notAsked : "it is yours already")
  }

  func reasonAgainstAccepting(_ item: WorkItem) -> String? {
    if item.assignee == person { return "it is yours already" }
    guard item.status.isOpen, item.candidates.contains(person) else { return notYours(item) }
    if let owner = item.assignee { return "\(name(of: owner)) has accepted it" }
    guard item.status == .open else { return notYours(item) }
    return reasonForHold(of: item) ?? reasonAgainstTaking(from: item.queue)
  }

  /// Nobody takes an item out of a queue that rests.
  private func reasonAgainstTaking(from id: QueueID?) -> String? {
    guard let id, let queue = organization.queues[id] else { return nil }
    switch queue.status {
    case .active: return nil
    case .onHold: return "the queue \(queue.title) is on hold"
    case .inactive: return "the queue \(queue.title) is inactive: move the item to another one"
    }
  }

  func reasonAgainstReleasing(_ item: WorkItem) -> String? {
    guard item.status == .accepted, item.assignee == person else {
      return "you have not accepted it"
    }
    if let id = item.queue, let queue = organization.queues[id], queue.status == .inactive {
      return "the queue \(queue.title) is inactive: nobody would take it there"
    }
    return item.candidates.count > 1 || item.queue != nil ? nil : "nobody else was asked"
  }

  // MARK: Delegate, reassign, move

  func reasonAgainstDelegating(_ item: WorkItem) -> String? {
    guard item.allowed.contains(.delegate) else { return whatItTakes(item) }
    return item.assignee == nil ? reasonAgainstTaking(from: item.queue) : nil
  }

  /// Why somebody cannot get an item; nil when they can.
  func reason(against receiver: PersonID, of item: WorkItem) -> String? {
    guard let found = organization.person(receiver) else {
      return "“\(receiver)” is nobody in this organisation"
    }
    guard found.isActive(on: today) else { return "\(found.name) is disabled" }
    guard item.assignee != receiver else { return "\(found.name) has it already" }
    guard !item.isSentBack, isBarred(receiver, from: item) else { return nil }
    return isBarredByWorkflow(receiver, from: item)
      ? "\(found.name) submitted it and may not decide on it in this workflow"
      : "\(found.name) submitted it, and the final approval has to be somebody else's"
  }

  /// Whether a person is kept from deciding: the originator, where the workflow says so, and
  /// always in the final approver's round, which is there because of them.
  func isBarred(_ receiver: PersonID, from item: WorkItem) -> Bool {
    guard let instance = instance(of: item), receiver == instance.originator else { return false }
    return isBarredByWorkflow(receiver, from: item) || instance.asksFinally(by: item)
  }

  private func isBarredByWorkflow(_ receiver: PersonID, from item: WorkItem) -> Bool {
    guard let instance = instance(of: item), receiver == instance.originator else { return false }
    return definition(instance)?.submitterMayApprove == false
  }

  var reasonAgainstReassigning: String? {
    if openItems.isEmpty { return answeredMeanwhile { _ in true } ?? nobodyIsAsked }
    return instance?.isCanceling == true ? "it is being recalled or canceled" : nil
  }

  var reasonAgainstMoving: String? {
    let reasons = openItems.filter { $0.queue != nil }.map(reasonAgainstMoving)
    if reasons.contains(nil) { return nil }
    return reasons.first.flatMap { $0 }
      ?? (openItems.isEmpty ? notAsked : "nothing of it lies in a queue")
  }

  func reasonAgainstMoving(_ item: WorkItem) -> String? {
    guard item.status.isOpen, let id = item.queue else { return "it lies in no queue" }
    if instance(of: item)?.isCanceling == true { return "it is being recalled" }
    // Who may not decide does not say either who does.
    if isBarred(person, from: item) {
      return "you submitted it and may not move it in this workflow"
    }
    let queue = organization.queues[id]
    let keepers = (queue?.administrators ?? []) + organization.administrators
    if keepers.contains(person) { return nil }
    let isMember = item.candidates.contains(person) || queue?.members.contains(person) == true
    guard isMember || item.assignee == person else {
      return "only members and administrators of the queue \(queue?.title ?? id.rawValue) may"
    }
    if let owner = item.assignee, owner != person { return "\(name(of: owner)) has accepted it" }
    return nil
  }

  /// Whose an item is that is not this person's.
  func notYours(_ item: WorkItem) -> String {
    if item.status == .orphaned {
      return "nobody who is active is asked: an administrator has to reassign it"
    }
    let place =
      item.queue.flatMap { item.assignee == nil ? $0 : nil }
      .map { "in the queue \(organization.queues[$0]?.title ?? $0.rawValue)" }
    return "it is " + (place ?? "with " + item.visibleTo.map(name).joined(separator: ", "))
      + "; you are not assigned to it"
  }
}
