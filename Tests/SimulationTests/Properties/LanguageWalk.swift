// Any workflow, walked through the real engine by people who act at random.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import MemoryStore

/// One seed: an organisation, workflows that pass checking, and one document after the other.
///
/// After every act the queue is worked through; what must hold at such a quiet point is looked at
/// in ``atQuietPoint()``. Faults of the store and of processes are the simulation's.
struct LanguageWalk {
  var random: SeededGenerator
  var organization: AnyOrganization
  private(set) var store = MemoryStore()
  private(set) var clock = VirtualClock()
  private(set) var engine: Engine
  var document = DocumentID("")
  private var history = HistoryInvariants()
  /// How many texts were written until each workflow passed checking.
  private(set) var written = 0
  private(set) var sources: [String: String] = [:]
  /// What happened, for the report of a violation.
  private(set) var log: [String] = []

  static let administrator = Actor(AnyOrganization.administrator)
  static let workflows = AnyWorkflow.lineWorkflows + [AnyWorkflow.related, AnyWorkflow.main]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    organization = AnyOrganization(&random)
    engine = Self.engine(on: store, clock)
    try loadOrganization()
    for name in Self.workflows { try save(name) }
  }

  private static func engine(on store: MemoryStore, _ clock: VirtualClock) -> Engine {
    Engine(store: store, types: [LanguageType()], clock: clock, random: CountingRandom())
  }

  /// The same world once more: what happens in it does not happen here.
  func fork() -> LanguageWalk {
    var other = self
    other.store = store.restarted()
    store.state.withLock { $0.hasCrashed = false }
    other.clock = VirtualClock(start: clock.now())
    other.engine = Self.engine(on: other.store, other.clock)
    return other
  }

  mutating func note(_ words: String) { log.append(words) }

  func loadOrganization() throws {
    let isFirst = store.tables.organization == nil
    try engine.loadOrganization(
      organization.yaml, file: "o.yaml", by: isFirst ? nil : Self.administrator)
  }

  /// Writes texts until one passes checking, and makes that the active version.
  mutating func save(_ name: String) throws {
    var findings: [Finding] = []
    for _ in 0..<60 {
      written += 1
      let text = AnyWorkflow.yaml(name, people: organization.people, &random)
      findings = try engine.checkWorkflow(text, file: "\(name).yaml").findings
      guard !findings.contains(where: { $0.severity == .error }) else { continue }
      sources[name] = text
      let saved = try engine.saveWorkflow(
        text, file: "\(name).yaml", comment: nil, by: Self.administrator)
      try engine.activateWorkflow(
        saved.workflow, version: saved.version, acceptingWarnings: true, by: Self.administrator)
      return
    }
    throw Violation("no text for \(name) passes checking, at last: \(findings)")
  }

  /// Submits a document, acts so many times, and looks after each.
  mutating func run(steps: Int) throws {
    try submit()
    for _ in 0..<steps {
      try settle()
      try atQuietPoint()
      if isOver, random.chance(70) { try submit() } else { try act() }
    }
    try settle()
    try atQuietPoint()
    try bringToTheEnd()
  }

  /// Runs the batch job until nothing is due.
  func settle() throws { _ = try engine.settle(nil, wait: .seconds(2)) }

  var openInstances: [StoredInstance] {
    store.tables.instances.values.filter(\.status.isOpen).sorted { $0.id < $1.id }
  }

  var openItems: [WorkItem] {
    store.tables.items.values.filter(\.status.isOpen).sorted { $0.id < $1.id }
  }

  /// What has happened at all.
  var events: Set<HistoryEvent> { Set(store.tables.history.map(\.entry.event)) }

  private var isOver: Bool {
    store.tables.documents[document].map { $0.instance == nil || $0.status == .draft } != false
      || openInstances.isEmpty
  }

  /// What must hold whenever nothing is due.
  private mutating func atQuietPoint() throws {
    try checkHistory()
    try checkSomethingCanHappen()
    try checkWhatWasApproved()
    try checkEverybodyIsAsked()
    if random.chance(25) { try checkOffers() }
    guard random.chance(25) else { return }
    var other = fork()
    do { try other.bringToTheEnd() } catch {
      log = other.log
      throw error
    }
  }

  /// The history folds to each saved state, in the product's words as well.
  mutating func checkHistory() throws {
    let tables = store.tables
    try history.check(tables)
    for instance in tables.instances.values {
      let moment = try? engine.instance(instance.id, at: nil, as: Self.administrator)
      try require(
        moment?.state?.json.text == instance.state || instance.state == nil,
        "\(instance.id) as it is now is not what is saved")
    }
  }

  func moveClock(to time: Timestamp) { clock.advance(to: time) }

  func moveClock(by duration: Duration) { clock.advance(by: duration) }
}
