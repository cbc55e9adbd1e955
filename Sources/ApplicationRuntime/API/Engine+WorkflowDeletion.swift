// Deleting versions of workflows that nothing needs any more (SPEC 3).

import Workflow
import WorkflowRuntime

extension Engine {
  /// Deletes a version, or a workflow with all its versions.
  ///
  /// - Parameter version: nil for all of them, the active one included.
  /// - Returns: the versions that are gone.
  /// - Throws: when an open instance runs one of them, or the one that is named is active.
  @discardableResult
  public func deleteWorkflow(_ id: WorkflowID, version: Int?, by actor: Actor) throws -> [Int] {
    let stored = try versions(of: id)
    let meant = version.map { number in stored.filter { $0.version == number } } ?? stored
    guard !meant.isEmpty, let newest = stored.first else {
      throw try reading { try Self.unknown(id, version, $0) }
    }
    try requireKeeper(of: id, actor, "delete")
    return try writing { transaction in
      for version in meant {
        let now = try transaction.workflowVersion(id, version.version)
        if meant.count < stored.count, now?.isActive == true {
          throw EngineError(
            .notAllowed,
            "\(id) version \(version.version) is active: activate another one before")
        }
        if let instance = try transaction.openInstance(of: id, version.version) {
          throw EngineError(
            .notAllowed, "\(instance) runs \(id) version \(version.version): it cannot be deleted")
        }
      }
      if meant.contains(where: \.isActive) {
        try transaction.activate(nil, of: id, by: actor.person, at: self.now)
      }
      for version in meant { try transaction.deleteVersion(version.version, of: id) }
      // Numbers are never given twice: the history names versions by them.
      let before = try transaction.setting(Self.lastVersion(of: id)).flatMap { Int($0) } ?? 0
      try transaction.set("\(max(before, newest.version))", for: Self.lastVersion(of: id))
      return meant.map(\.version).sorted()
    }
  }

  /// The setting that remembers the greatest number among deleted versions.
  static func lastVersion(of workflow: WorkflowID) -> String { "workflow.lastVersion.\(workflow)" }
}
