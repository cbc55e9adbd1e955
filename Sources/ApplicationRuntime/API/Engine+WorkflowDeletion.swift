// Deleting versions of workflows that nothing needs any more (SPEC 3).

import Workflow
import WorkflowRuntime

extension Engine {
  /// Deletes a version, or a workflow with all its versions.
  ///
  /// - Parameter version: nil for all of them, the active one included.
  /// - Returns: the versions that are gone.
  /// - Throws: when an instance that is in the store ran one of them, the one that is named is
  ///   active, or another active workflow, or a type, starts the whole one.
  @discardableResult
  public func deleteWorkflow(_ id: WorkflowID, version: Int?, by actor: Actor) throws -> [Int] {
    let stored = try versions(of: id)
    let meant = version.map { number in stored.filter { $0.version == number } } ?? stored
    guard !meant.isEmpty, let newest = stored.first else {
      throw try reading { try Self.unknown(id, version, $0) }
    }
    try requireKeeper(of: id, actor, "delete")
    return try writing { transaction in
      try self.requireUnneeded(meant, of: stored, transaction)
      if meant.contains(where: \.isActive) {
        try transaction.activate(nil, of: id, by: actor.person, at: self.now)
      }
      for version in meant {
        try transaction.deleteVersion(version.version, of: id)
        try transaction.set(nil, for: SettingName.digest(of: version.version, of: id))
      }
      // Numbers are never given twice: the history names versions by them.
      let before = try transaction.setting(Self.lastVersion(of: id)).flatMap { Int($0) } ?? 0
      try transaction.set("\(max(before, newest.version))", for: Self.lastVersion(of: id))
      return meant.map(\.version).sorted()
    }
  }

  /// Refuses to delete some of the versions of a workflow, or all of them, while they are needed.
  func requireUnneeded(
    _ meant: [StoredWorkflowVersion], of stored: [StoredWorkflowVersion],
    _ reading: any StoreReading
  ) throws {
    for version in meant {
      let now = try reading.workflowVersion(version.workflow, version.version)
      if meant.count < stored.count, now?.isActive == true {
        let id = version.workflow
        throw EngineError(
          .notAllowed,
          "\(id) version \(version.version) is active: activate another one before, or delete "
            + "\(id) with all its versions")
      }
      try requireUnused(version, reading)
    }
    if let active = meant.first(where: \.isActive) {
      try requireUncalled(active.workflow, reading)
    }
  }

  /// Refuses a version that an instance runs, or ran: it could not be looked back at any more.
  private func requireUnused(
    _ version: StoredWorkflowVersion, _ reading: any StoreReading
  ) throws {
    let (id, number) = (version.workflow, version.version)
    if let instance = try reading.openInstance(of: id, number) {
      throw EngineError(
        .notAllowed, "\(instance) runs \(id) version \(number): it cannot be deleted")
    }
    if let instance = try reading.anyInstance(of: id, number) {
      throw EngineError(
        .notAllowed,
        "\(instance) ran \(id) version \(number), which is kept to look back at it until it is "
          + "archived")
    }
  }

  /// Refuses an active workflow that others need, naming them.
  func requireUncalled(_ id: WorkflowID, _ reading: any StoreReading) throws {
    let types = parts.types.values.sorted { $0.id < $1.id }
    var users = types.filter { $0.defaultWorkflow == id }.map {
      "the type \($0.id), whose default it is"
    }
    for version in try types.flatMap({ try reading.activeVersions(for: $0.id) })
    where version.workflow != id {
      // What cannot be read any more starts nothing.
      let caller = try? parts.sources.definition(
        of: version.workflow, version: version.version, reading)
      guard caller?.starts(id) == true else { continue }
      users.append("the active workflow \(version.workflow)")
    }
    guard users.isEmpty else {
      throw EngineError(
        .notAllowed,
        "\(id) is needed by \(users.joined(separator: " and by ")): change that before, or "
          + "activate another version of \(id)")
    }
  }

  /// The setting that remembers the greatest number among deleted versions.
  static func lastVersion(of workflow: WorkflowID) -> String { "workflow.lastVersion.\(workflow)" }
}

extension WorkflowDefinition {
  /// Whether one of its elements starts a workflow.
  fileprivate func starts(_ workflow: WorkflowID) -> Bool {
    allElements.contains { element in
      switch element.definition {
      case let lines as LinesElement:
        lines.otherwise == workflow || lines.routes.contains { $0.workflow == workflow }
      case let subworkflow as SubworkflowElement: subworkflow.workflow == workflow
      default: false
      }
    }
  }
}
