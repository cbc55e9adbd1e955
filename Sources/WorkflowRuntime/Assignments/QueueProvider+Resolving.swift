// A work item queue: which one by its rules, and whether it takes items now (SPEC 5).

import Workflow

extension QueueProvider: ResolvableProvider {
  func assignees(
    _ turn: inout Turn, at place: Place, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> Assignees {
    let id = try chosen(&turn, at: place)
    guard let queue = try turn.ask({ try $0.queue(id) }) else {
      // Nobody, as if it were inactive: the fallback is asked.
      reads.record("queue \(id)", "not in the organisation")
      return Assignees(people: [])
    }
    reads.record("\(id).status", .text(queue.status.rawValue))
    // One on hold still takes items; nobody accepts them for now.
    return Assignees(people: queue.status == .inactive ? [] : queue.members, queue: id)
  }

  /// The queue itself, or the one that its rules choose; rules may lead to other rules.
  private func chosen(_ turn: inout Turn, at place: Place) throws(RuntimeError) -> QueueID {
    var id = queue
    var seen: Set<QueueID> = []
    while seen.insert(id).inserted, let rules = try turn.ask({ try $0.queueRules(id) }) {
      var next = rules.otherwise
      for rule in rules.rules
      where try turn.holds(rule.when, element: place.element, step: place.step) {
        next = rule.queue
        break
      }
      id = next
    }
    return id
  }
}
