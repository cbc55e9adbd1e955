// Workflows: checking them, their versions, and who may change them.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Checks the text of a workflow against the types, the organisation and the other workflows.
  ///
  /// - Returns: what was understood, nil when it cannot be read, and every problem at once.
  public func checkWorkflow(
    _ source: String, file: String
  ) throws -> (definition: WorkflowDefinition?, findings: [Finding]) {
    try reading {
      try WorkflowChecking(parts: parts, reading: $0).check(source, file: file)
    }
  }

  /// The newest version of each workflow.
  public func workflows() throws -> [StoredWorkflowVersion] {
    try reading { try $0.workflowVersions(of: nil) }
  }

  /// All versions of a workflow, newest first.
  public func versions(of workflow: WorkflowID) throws -> [StoredWorkflowVersion] {
    let versions = try reading { try $0.workflowVersions(of: workflow) }
    guard !versions.isEmpty else {
      throw try reading { try Self.unknown(workflow, nil, $0) }
    }
    return versions
  }

  /// The error for a workflow, or a version of one, that is not there, with the nearest that is.
  static func unknown(
    _ id: WorkflowID, _ version: Int?, _ reading: any StoreReading
  ) throws -> EngineError {
    let newest = try reading.workflowVersions(of: nil).map(\.workflow)
    if newest.contains(id), let version {
      return EngineError(.notFound, "\(id) has no version \(version)")
    }
    return EngineError(
      .notFound,
      "there is no workflow \(id)"
        + Nearest.hint(to: id.rawValue, among: newest.map(\.rawValue)))
  }

  /// Administrators, and the owner of what is stored already: of the active version, or of the
  /// newest where none is active.
  func requireKeeper(of id: WorkflowID, _ actor: Actor, _ what: String) throws {
    let organization = try organization()
    try parts.acting(actor, in: organization)
    if organization.isAdministrator(actor.person) { return }
    let owner = try reading { try self.owner(of: id, $0) }
    guard owner == actor.person else {
      throw EngineError(
        .notAllowed, "only an administrator or the owner of \(id) may \(what) it")
    }
  }

  /// The owner of what is stored: of the active version, or of the newest where none is active.
  func owner(of id: WorkflowID, _ reading: any StoreReading) throws -> PersonID? {
    let stored = try reading.activeVersion(of: id) ?? reading.workflowVersions(of: id).first
    return stored.flatMap { WorkflowDefinition.parse($0.source, file: "").definition?.owner }
  }
}
