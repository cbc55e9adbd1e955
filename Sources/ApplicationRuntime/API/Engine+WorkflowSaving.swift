// Saving workflows as versions, and saying which one runs.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Saves a workflow as a new version; the text of the newest version, saved again, is that
  /// version. One with errors is saved, too, as a draft that cannot be activated, as long as it
  /// can be read at all.
  public func saveWorkflow(
    _ source: String, file: String, comment: String?, by actor: Actor
  ) throws -> StoredWorkflowVersion {
    try newVersion(source, file: file, comment: comment, by: actor).version
  }

  /// Saves a workflow and makes it the active one; when the one cannot be done, neither is.
  ///
  /// - Parameter acceptingWarnings: without it, warnings refuse the activation like errors.
  public func saveAndActivateWorkflow(
    _ source: String, file: String, comment: String?, acceptingWarnings: Bool, by actor: Actor
  ) throws -> SavedWorkflow {
    let (definition, warnings) = try activatable(
      source, file: file, acceptingWarnings: acceptingWarnings)
    try requireKeeper(of: definition.id, actor, "activate")
    let saved = try newVersion(
      source, file: file, comment: comment, activatedBy: actor, by: actor)
    return SavedWorkflow(version: saved.version, isNew: saved.isNew, warnings: warnings)
  }

  /// - Parameter activatedBy: who makes it the active one in the same transaction; nil for nobody.
  private func newVersion(
    _ source: String, file: String, comment: String?, activatedBy: Actor? = nil, by actor: Actor
  ) throws -> SavedWorkflow {
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
      let same = last.flatMap { $0.source.isSameText(as: source) ? $0 : nil }
      var version =
        same
        ?? StoredWorkflowVersion(
          workflow: definition.id, version: max(last?.version ?? 0, deleted) + 1,
          documentType: definition.type, title: definition.title, source: source,
          comment: comment, savedAt: now, savedBy: actor.person, isActive: false)
      if same == nil {
        try transaction.insert(version)
        try transaction.set(
          version.digest, for: SettingName.digest(of: version.version, of: version.workflow))
      }
      if let activatedBy {
        try transaction.activate(
          version.version, of: version.workflow, by: activatedBy.person, at: now)
        version.isActive = true
      }
      return SavedWorkflow(version: version, isNew: same == nil, warnings: [])
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
    let (definition, warnings) = try activatable(
      stored.source, file: "\(id) version \(stored.version)",
      acceptingWarnings: acceptingWarnings)
    try requireKeeper(of: definition.id, actor, "activate")
    let now = now
    try writing { transaction in
      try transaction.activate(stored.version, of: id, by: actor.person, at: now)
    }
    var active = stored
    active.isActive = true
    return (active, warnings)
  }

  /// Takes a workflow out of use: no version is active, so that no document starts it; instances
  /// that run go on.
  ///
  /// - Returns: the version that was active.
  /// - Throws: `notAllowed` when another active workflow, or a type, starts it; `conflict` when
  ///   none of its versions is active.
  @discardableResult
  public func deactivateWorkflow(_ id: WorkflowID, by actor: Actor) throws -> StoredWorkflowVersion
  {
    _ = try versions(of: id)
    try requireKeeper(of: id, actor, "deactivate")
    let now = now
    return try writing { transaction in
      guard var active = try transaction.activeVersion(of: id) else {
        throw EngineError(.conflict, "no version of \(id) is active")
      }
      try self.requireUncalled(id, transaction)
      try transaction.activate(nil, of: id, by: actor.person, at: now)
      active.isActive = false
      return active
    }
  }

  /// What a text that is to run says, and what the check warns of.
  private func activatable(
    _ source: String, file: String, acceptingWarnings: Bool
  ) throws -> (WorkflowDefinition, [Finding]) {
    let (definition, findings) = try checkWorkflow(source, file: file)
    let warnings = findings.filter { $0.severity == .warning }
    guard let definition, warnings.count == findings.count else {
      throw EngineError(
        .badData, "\(file) has errors and cannot be activated",
        details: findings.map(\.description))
    }
    guard warnings.isEmpty || acceptingWarnings else {
      throw EngineError(
        .badData, "\(file) has warnings: accept them to activate it",
        details: warnings.map(\.description))
    }
    return (definition, warnings)
  }
}

extension String {
  /// Blank lines at the end, which editors add and pipes drop, make no other text.
  fileprivate func isSameText(as other: String) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    return utf8.reversed().drop(while: isBlank).elementsEqual(
      other.utf8.reversed().drop(while: isBlank))
  }
}
