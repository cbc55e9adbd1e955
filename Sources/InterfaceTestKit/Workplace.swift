// What a robot works on: a store in memory, with people, types and workflows, on a clock of its own.

import ApplicationRuntime
import MemoryStore
import Resources
import Synchronization
import Workflow
import WorkflowRuntime

/// A whole Countersign without a disk, a terminal or a wait.
///
/// Everything happens in the call that causes it: the batch job runs until nothing is due, and the
/// clock stands still until a robot passes time.
///
/// ```swift
/// let workplace = try Workplace(
///   organization: organizationYAML, types: [Trip()], workflows: [tripApprovalYAML])
/// let sam = try Robot(in: workplace, as: "sam")
/// ```
public final class Workplace: Sendable {
  /// The engine of every robot here; a test may ask it whatever it wants to know.
  public let engine: Engine
  /// The only time there is. ``Robot/pass(_:)`` moves it.
  public let clock: VirtualClock
  let store: MemoryStore
  /// Up to which commit and time the batch job ran.
  private let handled = Mutex<(commits: Int, at: Timestamp)?>(nil)

  /// - Parameters:
  ///   - organization: the organisation, as the YAML of its file.
  ///   - types: the document types of the program.
  ///   - workflows: the workflows, as the YAML of their files, saved and activated in their order;
  ///     warnings are accepted.
  ///   - start: where the clock stands at first; nil for a Monday in March 2026, nine o'clock UTC.
  /// - Throws: `EngineError` for what the engine refuses, such as a workflow with errors.
  public init(
    organization: String, types: [any DocumentType], workflows: [String] = [],
    start: Timestamp? = nil
  ) throws {
    store = MemoryStore()
    clock = start.map { VirtualClock(start: $0) } ?? VirtualClock()
    engine = Engine(store: store, types: types, clock: clock, random: CountingRandom())
    try engine.loadOrganization(organization, file: "organization.yaml", by: nil)
    guard !workflows.isEmpty else { return }
    guard let administrator = try engine.organization().administrators.first else {
      throw EngineError(.badData, "The organisation has no administrator.")
    }
    for (index, text) in workflows.enumerated() {
      let saved = try engine.saveWorkflow(
        text, file: "workflow-\(index + 1).yaml", comment: nil, by: Actor(administrator))
      try engine.activateWorkflow(
        saved.workflow, version: saved.version, acceptingWarnings: true, by: Actor(administrator))
    }
  }

  /// The sample organisation with the shipped workflows of those types.
  ///
  /// - Parameter types: a shipped workflow of a type that is not among them is left out.
  /// - Throws: as ``init(organization:types:workflows:start:)``.
  public static func sample(types: [any DocumentType]) throws -> Workplace {
    let texts = ShippedResources.workflowsInUse.compactMap { ShippedResources.workflows[$0] }
    let known = Set(types.map(\.id))
    let workflows = texts.filter { text in
      let type = WorkflowDefinition.parse(text, file: "").definition?.type
      return type.map { known.contains($0) } ?? false
    }
    return try Workplace(
      organization: ShippedResources.organization, types: types, workflows: workflows)
  }

  /// Runs the batch job until nothing is due, unless it is paused. Robots do so by themselves.
  ///
  /// - Throws: `EngineError` when the store cannot be worked on.
  public func run() throws {
    let now = clock.now()
    let isDone = handled.withLock { $0.map { $0 == (store.commits, now) } ?? false }
    if isDone { return }
    _ = try engine.settle(nil, wait: .zero)
    handled.withLock { $0 = (store.commits, now) }
  }
}
