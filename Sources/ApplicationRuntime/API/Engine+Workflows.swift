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
    try reading {
      try WorkflowChecking(parts: parts, reading: $0).check(source, file: file)
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
    try requireKeeper(of: definition.id, actor, "save")
    let now = now
    return try writing { transaction in
      let last = try transaction.workflowVersions(of: definition.id).first
      if let last, last.documentType != definition.type {
        throw EngineError(
          .conflict, "\(definition.id) is a workflow for \(last.documentType) already")
      }
      let deleted =
        try transaction.setting(Self.lastVersion(of: definition.id)).flatMap { Int($0) } ?? 0
      let version = StoredWorkflowVersion(
        workflow: definition.id, version: max(last?.version ?? 0, deleted) + 1,
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
      else { throw try Self.unknown(id, version, reading) }
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
    try requireKeeper(of: definition.id, actor, "activate")
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

  /// Administrators, and the owner of what is stored already.
  func requireKeeper(of id: WorkflowID, _ actor: Actor, _ what: String) throws {
    let organization = try organization()
    try parts.acting(actor, in: organization)
    if organization.isAdministrator(actor.person) { return }
    let stored = try reading { try $0.activeVersion(of: id) }
    let owner = stored.flatMap { WorkflowDefinition.parse($0.source, file: "").definition?.owner }
    guard owner == actor.person else {
      throw EngineError(
        .notAllowed, "only an administrator or the owner of \(id) may \(what) it")
    }
  }
}
