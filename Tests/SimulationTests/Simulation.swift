// The whole engine on a virtual clock and a store that fails, driven by a seed.

import Dispatch
import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// One run: a random organisation, random workflows, and people who do random things, while the
/// store crashes and fails. ``Invariants`` looks at the store after every step.
struct Simulation {
  var random: SeededGenerator
  var store: MemoryStore
  let clock: VirtualClock
  let behavior = Behavior()
  let organization: SimulatedOrganization
  /// Two processes share the store; one of them has the right to run at a time.
  private var processes: [SimulatedProcess]
  var invariants = Invariants()
  var disabled: Set<PersonID> = []
  var documents: [DocumentID] = []
  var steps = 0
  /// What happened last, for the report of a violation.
  var log: [String] = []

  static let administrator = Actor(SimulatedOrganization.administrator)

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    organization = SimulatedOrganization(&random)
    store = MemoryStore()
    clock = VirtualClock(tick: random.chance(50) ? .microseconds(random.number(1...900)) : .zero)
    processes = Self.processes(on: store, clock, behavior)
    self.random = random
    try process.engine.loadOrganization(organization.yaml(), file: "o.yaml", by: nil)
    try save(SimulatedWorkflow.usual)
    for name in SimulatedWorkflow.lineWorkflows {
      try save(
        SimulatedWorkflow.yaml(name, people: organization.people, ofLine: true, &self.random))
    }
    try save(
      SimulatedWorkflow.yaml(
        SimulatedWorkflow.related, people: organization.people,
        head: ["activation: amount > 99000"], &self.random))
    for index in 0..<self.random.number(1...3) {
      try save(
        SimulatedWorkflow.yaml("w\(index)", people: organization.people, &self.random))
    }
  }

  private static func processes(
    on store: MemoryStore, _ clock: VirtualClock, _ behavior: Behavior
  ) -> [SimulatedProcess] {
    (0..<2).map { _ in SimulatedProcess(store: store, clock: clock, behavior: behavior) }
  }

  /// The process that somebody works in just now.
  var process: SimulatedProcess { processes[0] }

  /// Somebody works in the other process; it may give up the right to run before.
  mutating func changeProcess() {
    if random.chance(50) { process.release() }
    processes.swapAt(0, 1)
    note("the other process")
  }

  /// Somebody works in the process that runs the batch job.
  mutating func workWhereTheJobRuns() throws {
    guard try !process.claim() else { return }
    processes.swapAt(0, 1)
  }

  func releaseAll() { for process in processes { process.release() } }

  /// Does so many random things, checks after each, then brings everything to its end.
  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      self.steps += 1
      try surviving { simulation in try simulation.act() }
      try check()
    }
    try bringToTheEnd()
  }

  mutating func check() throws { try invariants.check(store.tables, behavior: behavior) }

  mutating func note(_ words: String) {
    log.append("\(steps) \(words)")
    if log.count > 60 { log.removeFirst(20) }
  }

  /// Runs something that the store may refuse or a crash may end; the next process goes on then.
  mutating func surviving(_ body: (inout Simulation) throws -> Void) throws {
    do { try body(&self) } catch let error as EngineError {
      note("  \(error.code.rawValue): \(error.message)")
      guard error.code != .internal else { throw Violation("internal error: \(error)") }
    } catch let error as StoreError {
      note("  \(error)")
      guard error.isEnvironmental else { throw Violation("the store refused: \(error)") }
    }
    if store.hasCrashed { try restart() }
  }

  /// The process has ended: another one finds what was committed.
  mutating func restart() throws {
    note("a new process")
    for process in processes { process.end() }
    store = store.restarted()
    processes = Self.processes(on: store, clock, behavior)
  }

  /// Saves a workflow and activates it, when the organisation allows it.
  mutating func save(_ yaml: String) throws {
    let saved = try process.engine.saveWorkflow(
      yaml, file: "w.yaml", comment: nil, by: Self.administrator)
    do {
      try process.engine.activateWorkflow(
        saved.workflow, version: saved.version, acceptingWarnings: true, by: Self.administrator)
    } catch let error as EngineError where error.code == .badData {
      note("not activated: \(error)")
    }
  }

  /// Runs one batch, and checks that it handles something when something is due.
  ///
  /// A limit that waits for the window of an answer is put off, which handles nothing.
  mutating func runBatch(_ limit: Int) throws {
    let isPaused = try process.engine.batchJobSettings().isPaused
    guard try process.claim() else { return note("the other process has the right to run") }
    try check()
    let wasDue = try store.read {
      try $0.runnableInstances(of: "note", at: clock.now(), limit: 1, skipsTimers: true).first
    }
    let handled = try process.runBatch(limit)
    note("batch of \(limit) handled \(handled)")
    if let wasDue, !isPaused, handled == 0, !store.hasCrashed {
      throw Violation("\(wasDue.instance) has message \(wasDue.sequence) due; a batch does nothing")
    }
  }
}
