// Workflows: check, save as a version, activate.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Checks the text of a workflow against the types, the organisation and the other workflows.
  ///
  /// - Returns: what was understood, nil when it cannot be read, and every problem at once.
  public func checkWorkflow(
    _ source: String, file: String
  ) throws -> (definition: WorkflowDefinition?, findings: [Finding]) {
    WorkflowDefinition.check(source, file: file, in: try checkContext())
  }

  private func checkContext() throws -> CheckContext {
    try reading { reading in
      let organization = try parts.sources.organization(reading)
      return CheckContext(
        types: types.mapValues(\.schema),
        executables: types.mapValues { Set($0.executables.keys) },
        organization: organization,
        workflows: Set(try reading.workflowVersions(of: nil).map(\.workflow)),
        typesWithDeny: Set(types.values.filter(\.allowsDeny).map(\.id)),
        today: parts.today(in: organization))
    }
  }

  /// Saves a workflow as a new version. One with errors is saved, too, as a draft that cannot
  /// be activated, as long as it can be read at all.
  public func saveWorkflow(
    _ source: String, file: String, comment: String?, by actor: Actor
  ) throws -> StoredWorkflowVersion {
    let (definition, findings) = WorkflowDefinition.parse(source, file: file)
    guard let definition else {
      throw EngineError(
        .badData, "\(file) cannot be read as a workflow", details: findings.map(\.description))
    }
    _ = try type(definition.type)
    try requireKeeper(of: definition, actor, "save")
    let now = now
    return try writing { transaction in
      let last = try transaction.workflowVersions(of: definition.id).first
      if let last, last.documentType != definition.type {
        throw EngineError(
          .conflict, "\(definition.id) is a workflow for \(last.documentType) already")
      }
      let version = StoredWorkflowVersion(
        workflow: definition.id, version: (last?.version ?? 0) + 1,
        documentType: definition.type, title: definition.title, source: source,
        comment: comment, savedAt: now, savedBy: actor.person, isActive: false)
      try transaction.insert(version)
      return version
    }
  }

  /// Makes a version the active one; instances that run keep theirs.
  ///
  /// - Parameters:
  ///   - version: nil for the newest.
  ///   - acceptingWarnings: without it, warnings refuse the activation like errors.
  @discardableResult
  public func activateWorkflow(
    _ id: WorkflowID, version: Int?, acceptingWarnings: Bool, by actor: Actor
  ) throws -> (version: StoredWorkflowVersion, warnings: [Finding]) {
    let stored = try reading { reading in
      let versions = try reading.workflowVersions(of: id)
      guard let found = versions.first(where: { version == nil || $0.version == version })
      else {
        throw EngineError(
          .notFound, version.map { "\(id) has no version \($0)" } ?? "there is no workflow \(id)")
      }
      return found
    }
    let (definition, findings) = try checkWorkflow(
      stored.source, file: "\(id) version \(stored.version)")
    let errors = findings.filter { $0.severity == .error }
    let warnings = findings.filter { $0.severity == .warning }
    guard let definition, errors.isEmpty else {
      throw EngineError(
        .badData, "\(id) version \(stored.version) has errors and cannot be activated",
        details: findings.map(\.description))
    }
    try requireKeeper(of: definition, actor, "activate")
    guard warnings.isEmpty || acceptingWarnings else {
      throw EngineError(
        .badData, "\(id) version \(stored.version) has warnings: accept them to activate it",
        details: warnings.map(\.description))
    }
    let now = now
    try writing { transaction in
      try transaction.activate(stored.version, of: id, by: actor.person, at: now)
    }
    var active = stored
    active.isActive = true
    return (active, warnings)
  }

  /// The newest version of each workflow.
  public func workflows() throws -> [StoredWorkflowVersion] {
    try reading { try $0.workflowVersions(of: nil) }
  }

  /// All versions of a workflow, newest first.
  public func versions(of workflow: WorkflowID) throws -> [StoredWorkflowVersion] {
    let versions = try reading { try $0.workflowVersions(of: workflow) }
    guard !versions.isEmpty else {
      throw EngineError(.notFound, "there is no workflow \(workflow)")
    }
    return versions
  }

  /// Administrators, and the owner of what is stored already.
  private func requireKeeper(
    of definition: WorkflowDefinition, _ actor: Actor, _ what: String
  ) throws {
    let organization = try organization()
    try parts.acting(actor, in: organization)
    if organization.isAdministrator(actor.person) { return }
    let stored = try reading { try $0.activeVersion(of: definition.id) }
    let owner = stored.flatMap { WorkflowDefinition.parse($0.source, file: "").definition?.owner }
    guard owner == actor.person else {
      throw EngineError(
        .notAllowed,
        "only an administrator or the owner of \(definition.id) may \(what) it")
    }
  }
}
