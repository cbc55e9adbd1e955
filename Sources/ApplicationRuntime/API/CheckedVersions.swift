// What is wrong with the saved versions of workflows, kept while nothing that it depends on changes.

import Synchronization
import Workflow
import WorkflowRuntime

/// Checks each version once for one organisation, one day and one set of active workflows: a list
/// of them is read again and again.
final class CheckedVersions: Sendable {
  private struct VersionKey: Hashable {
    let workflow: WorkflowID
    let version: Int
  }

  private struct State {
    var surroundings: [String] = []
    var findings: [VersionKey: [Finding]] = [:]
  }

  private let state = Mutex(State())

  /// The findings of these versions, in their order.
  func findings(
    of versions: [StoredWorkflowVersion], parts: EngineParts, _ reading: any StoreReading
  ) throws -> [[Finding]] {
    let organization = try parts.sources.organization(reading)
    let types = parts.types.keys.sorted()
    let active = try types.flatMap { try reading.activeVersions(for: $0) }
    let surroundings =
      [
        try reading.setting(SettingName.organizationRevision) ?? "",
        "\(parts.today(in: organization))",
      ] + types.map(\.rawValue) + active.map { "\($0.workflow) \($0.version)" }
      + (try reading.workflowVersions(of: nil).map(\.workflow.rawValue))
    let known = state.withLock { state in
      if state.surroundings != surroundings {
        state = State(surroundings: surroundings)
      }
      return state.findings
    }
    let checking = WorkflowChecking(parts: parts, reading: reading)
    return try versions.map { version in
      let key = VersionKey(workflow: version.workflow, version: version.version)
      if let found = known[key] { return found }
      let found = try checking.findings(of: version)
      state.withLock { state in
        if state.surroundings == surroundings { state.findings[key] = found }
      }
      return found
    }
  }
}
