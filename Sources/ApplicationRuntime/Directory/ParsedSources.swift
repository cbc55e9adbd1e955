// The organisation and the workflow versions, parsed once and kept while they are current.

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
    var calendar: (timeZone: String, value: LocalCalendar)?
  }

  /// More versions than this are not kept at the same time.
  private static let limit = 256

  private let state = Mutex(State())

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
    state.withLock { $0.organization = (revision, organization) }
    return organization
  }

  /// The calendar of the organisation's time zone; looking a zone up costs more than using it.
  func calendar(of organization: Organization) -> LocalCalendar {
    state.withLock { state in
      if let cached = state.calendar, cached.timeZone == organization.timeZone {
        return cached.value
      }
      let calendar = LocalCalendar(timeZone: organization.timeZone)
      state.calendar = (organization.timeZone, calendar)
      return calendar
    }
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
