// The versions of workflows as a list and one by one, for those who look after them.

import Workflow
import WorkflowRuntime

extension Engine {
  /// More instances of a status than this are not counted.
  private static let counted = 5_000

  /// All versions of all workflows: by type and workflow, the newest version first.
  public func workflowVersions(as actor: Actor) throws -> [WorkflowVersionRow] {
    try reading(as: actor) { reading, organization in
      let stored = try reading.workflowVersions(of: nil).flatMap {
        try reading.workflowVersions(of: $0.workflow)
      }
      return try rows(of: stored, actor, organization, reading).sorted {
        ($0.typeTitle, $0.type, $0.workflow, $1.version)
          < ($1.typeTitle, $1.type, $1.workflow, $0.version)
      }
    }
  }

  /// A version with its text, and what may be done with it.
  public func workflowVersion(
    _ id: WorkflowID, _ number: Int, as actor: Actor
  ) throws -> WorkflowVersionDetail {
    try reading(as: actor) { reading, organization in
      let stored = try reading.workflowVersions(of: id)
      let rows = try rows(of: stored, actor, organization, reading)
      guard let version = stored.first(where: { $0.version == number }),
        let row = rows.first(where: { $0.version == number })
      else { throw try Self.unknown(id, number, reading) }
      let definition = WorkflowDefinition.parse(version.source, file: "").definition
      return WorkflowVersionDetail(
        row: row, source: version.source, versions: rows,
        reasonAgainstDeleting: try Self.refusal {
          try requireUnneeded([version], of: stored, reading)
        },
        reasonAgainstDeletingAll: try Self.refusal {
          try requireUnneeded(stored, of: stored, reading)
        },
        reasonAgainstDeactivating: try Self.refusal { try requireUncalled(id, reading) },
        figure: definition.map { WorkflowFigure($0) })
    }
  }

  private func rows(
    of versions: [StoredWorkflowVersion], _ actor: Actor, _ organization: Organization,
    _ reading: any StoreReading
  ) throws -> [WorkflowVersionRow] {
    let counts = try reading.openInstanceCounts(among: Self.counted)
    let hasMore = counts.reduce(0) { $0 + $1.count } >= Self.counted
    let findings = try parts.checked.findings(of: versions, parts: parts, reading)
    var refusals: [WorkflowID: String] = [:]
    for id in Set(versions.map(\.workflow)) {
      refusals[id] = try reasonAgainstKeeping(id, actor, organization, reading)
    }
    return zip(versions, findings).map { version, findings in
      let count = counts.first {
        $0.workflow == version.workflow && $0.version == version.version
      }
      return WorkflowVersionRow(
        workflow: version.workflow, version: version.version, type: version.documentType,
        typeTitle: parts.types[version.documentType]?.title ?? version.documentType.rawValue,
        title: version.title, isActive: version.isActive, savedAt: version.savedAt,
        savedByName: version.savedBy.map { organization.name(of: $0) }, comment: version.comment,
        openInstances: count?.count ?? 0, hasMoreInstances: hasMore, findings: findings,
        reasonAgainstKeeping: refusals[version.workflow])
    }
  }

  /// Administrators keep all workflows, an owner those that are stored as theirs.
  private func reasonAgainstKeeping(
    _ id: WorkflowID, _ actor: Actor, _ organization: Organization, _ reading: any StoreReading
  ) throws -> String? {
    if organization.isAdministrator(actor.person) { return nil }
    let owner = try self.owner(of: id, reading)
    return owner == actor.person
      ? nil : "only an administrator or the owner of \(id) may do that"
  }

  /// The reason that a check gives; errors of another kind are thrown on.
  private static func refusal(_ check: () throws -> Void) throws -> String? {
    do {
      try check()
      return nil
    } catch let error as EngineError {
      return error.message
    }
  }
}
