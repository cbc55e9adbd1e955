// Which workflow runs on submit (SPEC 3).

import Workflow
import WorkflowRuntime

/// Chooses among the active versions of a document's type.
struct WorkflowChoice {
  let document: StoredDocument
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading

  /// The version to run.
  ///
  /// - Throws: a conflict that names both when two of equal priority hold; a refusal when none
  ///   holds and the type has no default.
  func version() throws -> StoredWorkflowVersion {
    let type = try parts.type(document.type)
    let lookup = DocumentLookup(
      document: document, type: type, organization: organization,
      today: parts.today(in: organization), reading)
    var best: [(version: StoredWorkflowVersion, priority: Int)] = []
    for version in try reading.activeVersions(for: document.type) {
      let definition = try parts.sources.definition(
        of: version.workflow, version: version.version, reading)
      // Workflows of lines are started by an element of another one only.
      guard definition.level == .header, try holds(definition, lookup) else { continue }
      let priority = definition.priority
      if let highest = best.first?.priority {
        if priority < highest { continue }
        if priority > highest { best = [] }
      }
      best.append((version, priority))
    }
    if best.count > 1 {
      throw EngineError(
        .conflict,
        "the workflows \(best.map(\.version.workflow.rawValue).joined(separator: " and ")) "
          + "both apply with priority \(best[0].priority): an administrator has to tell them apart")
    }
    if let version = best.first?.version { return version }
    guard let id = type.defaultWorkflow else {
      throw EngineError(
        .notAllowed,
        "no active workflow applies to \(document.id), and \(type.title) has no default one")
    }
    guard let version = try reading.activeVersion(of: id) else {
      throw EngineError(
        .notAllowed,
        "no active workflow applies to \(document.id), and \(id), the default one of "
          + "\(type.title), is not active")
    }
    return version
  }

  private func holds(_ definition: WorkflowDefinition, _ lookup: DocumentLookup) throws -> Bool {
    if !definition.legalEntities.isEmpty {
      let entity = try lookup.field(FieldReference(["legal-entity"]))
      guard case .text(let name) = entity, definition.legalEntities.contains(name) else {
        return false
      }
    }
    guard let activation = definition.activation else { return true }
    do {
      return try activation.holds(in: lookup.scope) { try lookup.field($0) }
    } catch {
      throw EngineError(
        .badData, "the activation condition of \(definition.id) failed: \(error)")
    }
  }
}
