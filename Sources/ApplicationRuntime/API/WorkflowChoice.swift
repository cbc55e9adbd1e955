// Which workflow runs on submit (SPEC 3).

import Workflow
import WorkflowRuntime

/// Chooses among the active versions of a document's type.
struct WorkflowChoice {
  let document: StoredDocument
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading

  /// A version, and which conditions were evaluated until it was chosen.
  struct Chosen {
    let version: StoredWorkflowVersion
    let conditions: [HistoryEntry]
  }

  /// The version to run.
  func version() throws -> StoredWorkflowVersion { try chosen().version }

  /// The version to run, with what is to be recorded of the choice.
  ///
  /// - Throws: a conflict that names both when two of equal priority hold; a refusal when none
  ///   holds and the type has no default.
  func chosen() throws -> Chosen {
    let type = try parts.type(document.type)
    let lookup = DocumentLookup(
      document: document, type: type, organization: organization,
      today: parts.today(in: organization), reading)
    var conditions: [HistoryEntry] = []
    var best: [(version: StoredWorkflowVersion, priority: Int)] = []
    for version in try reading.activeVersions(for: document.type) {
      let definition = try parts.sources.definition(
        of: version.workflow, version: version.version, reading)
      // Workflows of lines are started by an element of another one only.
      guard definition.level == .header, try holds(definition, lookup, &conditions)
      else { continue }
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
    if let version = best.first?.version {
      return Chosen(version: version, conditions: conditions)
    }
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
    return Chosen(version: version, conditions: conditions)
  }

  private func holds(
    _ definition: WorkflowDefinition, _ lookup: DocumentLookup, _ conditions: inout [HistoryEntry]
  ) throws -> Bool {
    if !definition.legalEntities.isEmpty {
      let entity = try lookup.field(FieldReference(["legal-entity"]))
      guard case .text(let name) = entity, definition.legalEntities.contains(name) else {
        return false
      }
    }
    guard let activation = definition.activation else { return true }
    do {
      var reads = ReadRecorder()
      let result = try activation.holds(in: lookup.scope) { reference in
        reads.record(reference, try lookup.field(reference))
      }
      conditions.append(
        HistoryEntry(
          .conditionEvaluated, at: parts.clock.now(),
          detail: "activation of \(definition.id): \(activation): \(result)", values: reads.values))
      return result
    } catch {
      throw EngineError(
        .badData, "the activation condition of \(definition.id) failed: \(error)")
    }
  }
}
