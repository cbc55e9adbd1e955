// The saved versions of workflows.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func workflowVersion(_ workflow: WorkflowID, _ version: Int) throws -> StoredWorkflowVersion? {
    try connection.first(
      .version,
      {
        $0.add(workflow)
        $0.add(version)
      }, StoredWorkflowVersion.init)
  }

  func activeVersion(of workflow: WorkflowID) throws -> StoredWorkflowVersion? {
    try connection.first(.activeVersion, { $0.add(workflow) }, StoredWorkflowVersion.init)
  }

  func activeVersions(for type: DocumentTypeID) throws -> [StoredWorkflowVersion] {
    try connection.all(.activeVersionsForType, { $0.add(type) }, StoredWorkflowVersion.init)
  }

  func workflowVersions(of workflow: WorkflowID?) throws -> [StoredWorkflowVersion] {
    guard let workflow else {
      return try connection.all(.newestVersions, { _ in }, StoredWorkflowVersion.init)
    }
    return try connection.all(
      .versionsOfWorkflow, { $0.add(workflow) }, StoredWorkflowVersion.init)
  }

  func workflowVersions(
    after: (workflow: WorkflowID, version: Int)?, limit: Int
  ) throws -> [StoredWorkflowVersion] {
    try connection.all(
      .versions,
      {
        $0.add(after?.workflow ?? "")
        $0.add(after?.version ?? 0)
        $0.add(limit: limit)
      }, StoredWorkflowVersion.init)
  }

  func openInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID? {
    try instance(of: workflow, version, in: InstanceStatus.allCases.filter(\.isOpen))
  }

  func anyInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID? {
    try instance(of: workflow, version, in: InstanceStatus.allCases)
  }

  func openInstanceCounts(among limit: Int) throws -> [OpenInstanceCount] {
    let open = InstanceStatus.allCases.filter(\.isOpen)
    let versions = try open.flatMap { status in
      try connection.all(
        .versionsOfInstances,
        {
          $0.add(status.rawValue)
          $0.add(limit: limit)
        }, { OpenInstanceCount(workflow: $0.identifier(0), version: $0.number(1), count: 1) })
    }
    return OpenInstanceCount.together(versions)
  }

  private func instance(
    of workflow: WorkflowID, _ version: Int, in statuses: [InstanceStatus]
  ) throws -> InstanceID? {
    for status in statuses {
      let found = try connection.first(
        .openInstanceOfVersion,
        {
          $0.add(status.rawValue)
          $0.add(workflow)
          $0.add(version)
        }, { InstanceID($0.integer(0)) })
      if let found { return found }
    }
    return nil
  }
}

extension Transaction {
  func insert(_ version: StoredWorkflowVersion) throws {
    try refusing("Version \(version.version) of \(version.workflow) is there already.") {
      try connection.run(.insertVersion) {
        $0.add(version.workflow)
        $0.add(version.version)
        $0.add(version.documentType)
        $0.add(version.title)
        $0.add(version.source)
        $0.add(version.comment)
        $0.add(version.savedAt)
        $0.add(version.savedBy)
        $0.add(version.isActive)
      }
    }
  }

  func activate(
    _ version: Int?, of workflow: WorkflowID, by person: PersonID, at: Timestamp
  ) throws {
    try connection.run(.deactivateVersions) { $0.add(workflow) }
    guard let version else { return }
    try change(.activateVersion, "version \(version) of \(workflow)") {
      $0.add(person)
      $0.add(at)
      $0.add(workflow)
      $0.add(version)
    }
  }
}

extension Transaction {
  func deleteVersion(_ version: Int, of workflow: WorkflowID) throws {
    try change(.deleteVersion, "version \(version) of \(workflow)") {
      $0.add(workflow)
      $0.add(version)
    }
  }
}

extension StoredWorkflowVersion {
  init(_ row: Row) {
    self.init(
      workflow: row.identifier(0), version: row.number(1), documentType: row.identifier(2),
      title: row.text(3), source: row.text(4), comment: row.optionalText(5),
      savedAt: row.time(6), savedBy: row.optionalIdentifier(7), isActive: row.bool(8))
  }
}
