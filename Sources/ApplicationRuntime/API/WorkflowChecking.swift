// Checking a workflow against the types, the organisation and the other workflows.

import Workflow
import WorkflowRuntime

/// What a workflow is checked against, read within one transaction.
struct WorkflowChecking {
  let parts: EngineParts
  let reading: any StoreReading
  /// An organisation that does not hold yet, with the types that there would be.
  var changed: (organization: Organization, types: [DocumentTypeID: any DocumentType])?

  /// What was understood of a text, nil when it cannot be read, and every problem at once.
  func check(
    _ source: String, file: String
  ) throws -> (definition: WorkflowDefinition?, findings: [Finding]) {
    WorkflowDefinition.check(source, file: file, in: try context)
  }

  func findings(of version: StoredWorkflowVersion) throws -> [Finding] {
    try check(version.source, file: "\(version.workflow) version \(version.version)").findings
  }

  private var context: CheckContext {
    get throws {
      let organization = try changed?.organization ?? parts.sources.organization(reading)
      let types = changed?.types ?? parts.types
      return CheckContext(
        types: types.mapValues(\.schema),
        executables: types.mapValues { Set($0.executables.keys) },
        organization: organization,
        workflows: Set(try reading.workflowVersions(of: nil).map(\.workflow)),
        activeWorkflows: try activeWorkflows,
        typesWithDeny: Set(types.values.filter(\.allowsDeny).map(\.id)),
        today: parts.today(in: organization))
    }
  }

  /// The active workflows that can be read; what is wrong with another one is no matter here.
  private var activeWorkflows: [WorkflowDefinition] {
    get throws {
      try parts.types.keys.sorted().flatMap { type in
        try reading.activeVersions(for: type).compactMap { version in
          try? parts.sources.definition(
            of: version.workflow, version: version.version, reading)
        }
      }
    }
  }
}
