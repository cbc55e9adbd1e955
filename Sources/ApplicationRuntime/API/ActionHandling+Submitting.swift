// Submit: the checks, the choice of the workflow, the activation.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func submit(_ target: Target) throws -> ActionResult {
    try require(target)
    var document = target.document
    let before = document
    try completeContent(of: &document)
    let chosen = try WorkflowChoice(
      document: document, parts: parts, organization: organization, reading: transaction
    ).chosen()
    let version = chosen.version
    let instance = StoredInstance(
      id: InstanceID(try transaction.next(.instance)), document: document.id,
      documentType: document.type, workflow: version.workflow, version: version.version,
      originator: document.originator, createdAt: now)
    try transaction.insert(instance)
    document.status = .submitted
    document.instance = instance.id
    document.submittedAt = now
    document.changedAt = now
    document.waitingFor = nil
    document.submittedContent = nil
    document.editableLines = [:]
    try update(document, from: before)
    try post(.activation, Payload(actor: actor, comment: request.comment), to: instance)
    try record(
      HistoryEntry(
        .submitted, at: now, actor: actor, comment: request.comment,
        detail: "\(version.workflow) version \(version.version)"),
      changeOfStatus(of: document, from: before), on: document)
    for condition in chosen.conditions { try record(condition, on: document) }
    return result(document, "Submitted \(document.id).")
  }

  /// Stores the document, and the history of what was calculated anew.
  func update(_ document: StoredDocument, from before: StoredDocument) throws {
    try transaction.update(document, fingerprints: nil)
    guard document.revision != before.revision else { return }
    try record(.recalculated(document, at: now, actor: actor), on: document)
  }

  func changeOfStatus(of document: StoredDocument, from before: StoredDocument) -> HistoryEntry {
    HistoryEntry(
      .statusChanged, at: now, actor: actor,
      detail: "\(before.status.rawValue) → \(document.status.rawValue)")
  }

  /// Calculates the content anew, for rates may have changed since it was saved, and refuses
  /// what the type's rules find wrong.
  ///
  /// - Parameter isLocked: whether only lines came back: nothing else is brought up to date then.
  func completeContent(of document: inout StoredDocument, isLocked: Bool = false) throws {
    if let revision = request.revision, revision != document.revision {
      throw EngineError(
        .conflict, "\(document.id) was changed meanwhile: revision \(document.revision)")
    }
    let errors: [String]
    (document, errors) = try SubmissionObstacle(
      document: document, parts: parts, organization: organization, reading: transaction
    ).checked(isLocked: isLocked)
    guard errors.isEmpty else {
      throw EngineError(
        .badData, "\(document.id) must be corrected before it can be submitted",
        details: errors)
    }
  }
}

extension DocumentFinding {
  /// "line 4: the category is missing".
  public var sentence: String { line.map { "line \($0): \(message)" } ?? message }
}
