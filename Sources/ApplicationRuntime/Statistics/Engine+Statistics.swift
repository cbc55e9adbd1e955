// `statistics`: durations, throughput, and what is open.

import Workflow
import WorkflowRuntime

extension Engine {
  /// How long work waits and takes, per element, step and person, how much gets done, and what is
  /// open and overdue now; for administrators.
  ///
  /// All instances that are in the store are looked at, in windows; those that were archived are
  /// not counted any more.
  ///
  /// - Parameter isStopped: asked between instances; once it says so, it throws `interrupted`.
  public func statistics(
    _ query: StatisticsQuery = StatisticsQuery(), as actor: Actor,
    isStopped: () -> Bool = { false }
  ) throws -> Statistics {
    try requireAdministrator(actor, "see the statistics")
    var counting = StatisticsCounting(query, organization: try organization(), at: now)
    var instances = Pages<StoredInstance> { last, limit in
      try self.reading { try $0.instances(InstanceQuery(after: last?.id, limit: limit)) }
    }
    while let instance = try instances.next() {
      if isStopped() { throw EngineError(.interrupted, "Counting was stopped before its end.") }
      guard query.type == nil || query.type == instance.documentType,
        query.workflow == nil || query.workflow == instance.workflow
      else { continue }
      counting.take(instance)
      try count(instance, in: &counting)
    }
    return counting.finished()
  }

  private func count(
    _ instance: StoredInstance, in counting: inout StatisticsCounting
  ) throws {
    var acceptances: [Acceptance]?
    var items = Pages<WorkItem> { last, limit in
      try self.reading {
        try $0.workItems(WorkItemQuery(.instance(instance.id), after: last?.id, limit: limit))
      }
    }
    var chains = HandoverChains()
    while let item = try items.next() {
      let since = chains.since(item)
      var acceptedAt: Timestamp?
      // Only what is offered to several, or in a queue, has to be accepted.
      if let answer = item.answer, item.candidates.count > 1 || item.queue != nil {
        let known = try acceptances ?? self.acceptances(in: instance.id)
        acceptances = known
        acceptedAt = known.last { $0.fits(item, answeredBy: answer.actor.person) }?.at
      }
      counting.take(item, of: instance.workflow, since: since, acceptedAt: acceptedAt)
    }
    for (since, item) in chains.answeredBySystem {
      counting.takeSystemAnswer(in: item, of: instance.workflow, since: since)
    }
  }

  private func acceptances(in instance: InstanceID) throws -> [Acceptance] {
    var found: [Acceptance] = []
    var entries = Pages<StoredHistoryEntry> { last, limit in
      try self.reading {
        try $0.history(HistoryQuery(.instance(instance), after: last?.sequence ?? 0, limit: limit))
      }
    }
    while let stored = try entries.next() {
      let entry = stored.entry
      guard entry.event == .accepted, let person = entry.actor?.person,
        let element = entry.element
      else { continue }
      found.append(Acceptance(person: person, element: element, step: entry.step, at: entry.at))
    }
    return found
  }
}

/// That somebody accepted a work item.
private struct Acceptance {
  let person: PersonID
  let element: ElementPath
  let step: String?
  let at: Timestamp

  func fits(_ item: WorkItem, answeredBy answerer: PersonID) -> Bool {
    person == answerer && element == item.element && step == item.step && at >= item.createdAt
      && item.closedAt.map { at <= $0 } ?? true
  }
}
