// At the end everything is mended, everybody answers, and every instance must end.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension Simulation {
  mutating func bringToTheEnd() throws {
    store.clearFaults()
    behavior.setFailing([])
    note("to the end")
    try workWhereTheJobRuns()
    try process.engine.loadOrganization(
      organization.yaml(), file: "o.yaml", by: Self.administrator)
    try process.engine.continue(by: Self.administrator)
    try process.engine.releaseTimers(by: Self.administrator)
    var rounds = 0
    while store.tables.instances.values.contains(where: \.status.isOpen) {
      rounds += 1
      guard rounds < 9_000 else { throw Violation("these do not end: \(open)") }
      steps += 1
      try runBatch(random.one(of: 1, 7, 256))
      try check()
      if let stopped = store.tables.instances.values.filter({ $0.status == .stopped })
        .min(by: { $0.id < $1.id })
      {
        try mend(stopped)
      } else if let item = store.tables.items.values.filter(\.status.isOpen)
        .min(by: { ($0.asksForChange ? 0 : 1, $0.id) < ($1.asksForChange ? 0 : 1, $1.id) })
      {
        try answer(item)
      }
      try check()
      if let next = try store.read({ try $0.nextRunnableTime(of: "note") }) {
        clock.advance(to: next)
      }
    }
    try invariants.checkEnd(store.tables, behavior: behavior)
  }

  private var open: String {
    store.tables.instances.values.filter(\.status.isOpen).map { instance in
      let errors = store.tables.pending.values.map(\.message)
        .filter { $0.instance == instance.id }.compactMap(\.error)
      return "\(instance.id) \(instance.status.rawValue) \(instance.error ?? "") \(errors) "
        + (instance.state ?? "")
    }.sorted().joined(separator: "\n")
  }

  /// Resumes an instance; one whose element cannot be mended is passed.
  private mutating func mend(_ instance: StoredInstance) throws {
    let stopped = instance.heldBy.flatMap { store.tables.pending[$0]?.message }
    let hasElement =
      stopped?.payload.element != nil && stopped?.type != .acknowledgeElementEnded
    let action: Action = hasElement && random.chance(50) ? .skip : .resume
    try perform(
      .init(action, .instance(instance.id), comment: "mended", outcome: .completed),
      by: Self.administrator)
  }

  /// The simplest answer that goes forward.
  private mutating func answer(_ item: WorkItem) throws {
    guard let person = item.visibleTo.first else {
      guard item.status == .orphaned else { throw Violation("\(item.id) is open and with nobody") }
      let receivers = organization.people.filter {
        $0 != store.tables.documents[item.document]?.originator
      }
      return try perform(
        .init(.reassign, .item(item.id), comment: "anybody", addressee: random.pick(receivers)),
        by: Self.administrator)
    }
    var action = item.actionForward
    // An automatic action may return the document each time: somebody has to give up.
    if action == .resubmit, item.pass > 5 || random.chance(5) { action = .cancel }
    let outcome = item.outcomes.first { $0.answer == .complete }?.name
    let target: ActionRequest.Target =
      action == .cancel ? .document(item.document) : .item(item.id)
    do {
      try perform(
        .init(action, target, comment: "enough", choice: outcome),
        by: action == .cancel ? Self.administrator : Actor(person))
    } catch let error as EngineError {
      note("  \(error.message)")
      guard !isOnHold(item), !isCanceling(item), !isUnderWay(item) else { return }
      throw error
    }
  }

  /// Whether another element of the document, or the document around a line, waits for a change.
  private func isOnHold(_ item: WorkItem) -> Bool {
    store.tables.items.values.contains {
      $0.status.isOpen && $0.document == item.document && $0.asksForChange && $0.id != item.id
    }
  }

  /// Whether the batch job has still to do what was answered before.
  private func isUnderWay(_ item: WorkItem) -> Bool {
    store.tables.pending.values.contains {
      $0.message.document == item.document && $0.message.type != .timerDue
    }
  }

  private func isCanceling(_ item: WorkItem) -> Bool {
    store.tables.instances.values.contains { $0.document == item.document && $0.isCanceling }
  }
}
