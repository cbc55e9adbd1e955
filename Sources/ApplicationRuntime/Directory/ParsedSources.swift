// The organisation with its types and the workflow versions, parsed once and kept while they are
// current.

import Synchronization
import Workflow
import WorkflowRuntime

/// Parsed forms of what the store keeps as text. Versions never change; the organisation is
/// asked for by its revision.
final class ParsedSources: Sendable {
  private struct VersionKey: Hashable {
    let workflow: WorkflowID
    let version: Int
  }

  private struct State {
    var organization: (revision: String?, value: Organization)?
    var definitions: [VersionKey: WorkflowDefinition] = [:]
    var orderedTypes: [any DocumentType]
    var types: [DocumentTypeID: any DocumentType]
  }

  /// More versions than this are not kept at the same time.
  private static let limit = 256

  /// The types that are given in Swift, each once; of two with one id the later counts.
  let builtInTypes: [any DocumentType]
  private let state: Mutex<State>

  init(types: [any DocumentType]) {
    let last = Dictionary(types.map { ($0.id, $0) }) { _, later in later }
    var seen: Set<DocumentTypeID> = []
    builtInTypes = types.compactMap { seen.insert($0.id).inserted ? last[$0.id] : nil }
    state = Mutex(State(orderedTypes: builtInTypes, types: last))
  }

  /// The types by their ids: of Swift, and of the organisation that was read last.
  var types: [DocumentTypeID: any DocumentType] { state.withLock { $0.types } }

  /// The same in their order, those of Swift first.
  var orderedTypes: [any DocumentType] { state.withLock { $0.orderedTypes } }

  /// Sees to it that the types are those of the organisation that holds now. One that cannot be
  /// read is told to whoever needs more of it than its types.
  func refresh(_ reading: any StoreReading) { _ = try? organization(reading) }

  /// The current organisation; throws when the store has none, or one that cannot be read.
  func organization(_ reading: any StoreReading) throws -> Organization {
    // It changes with every load, and with every standing delegation that is added or removed.
    let revision = try reading.setting(SettingName.organizationRevision)
    if let cached = state.withLock({ $0.organization }), cached.revision == revision {
      return cached.value
    }
    guard let stored = try reading.organization() else {
      throw EngineError(.notFound, "this store has no organisation yet: load one")
    }
    let (parsed, findings) = Organization.parse(
      stored.source, file: "organization.yaml", files: stored.files.mapValues { .text($0) })
    guard let parsed else {
      throw EngineError(
        .badData, "the stored organisation cannot be read",
        details: findings.map(\.description))
    }
    let organization = parsed.adding(try StoredDelegations.all(reading))
    // A program may have got a type of its own by the name of a declared one: its own counts.
    let builtIn = Set(builtInTypes.map(\.id))
    let declared = parsed.declaredTypes.filter { !builtIn.contains($0.id) }
      .map { DeclaredType($0) as any DocumentType }
    let ordered = builtInTypes + declared
    state.withLock {
      $0.organization = (revision, organization)
      $0.orderedTypes = ordered
      $0.types = Dictionary(ordered.map { ($0.id, $0) }) { first, _ in first }
    }
    return organization
  }

  func definition(
    of workflow: WorkflowID, version: Int, _ reading: any StoreReading
  ) throws -> WorkflowDefinition {
    let key = VersionKey(workflow: workflow, version: version)
    if let cached = state.withLock({ $0.definitions[key] }) { return cached }
    guard let stored = try reading.workflowVersion(workflow, version) else {
      throw EngineError(.notFound, "\(workflow) has no version \(version)")
    }
    let (definition, findings) = WorkflowDefinition.parse(
      stored.source, file: "\(workflow) version \(version)")
    guard let definition else {
      throw EngineError(
        .badData, "\(workflow) version \(version) cannot be read",
        details: findings.map(\.description))
    }
    state.withLock {
      if $0.definitions.count >= Self.limit { $0.definitions.removeAll() }
      $0.definitions[key] = definition
    }
    return definition
  }
}
