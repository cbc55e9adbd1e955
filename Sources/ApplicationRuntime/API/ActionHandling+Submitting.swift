// Submit and resubmit: the checks, the choice of the workflow, the activation.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func submit(_ target: Target) throws -> ActionResult {
    try require(target)
    var document = target.document
    try checkContent(of: document)
    let version = try WorkflowChoice(
      document: document, parts: parts, organization: organization, reading: transaction
    ).version()
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
    try transaction.update(document, fingerprints: nil)
    try post(.activation, Payload(actor: actor, comment: request.comment), to: instance)
    try record(
      HistoryEntry(
        .submitted, at: now, actor: actor, comment: request.comment,
        detail: "\(version.workflow) version \(version.version)"),
      on: document)
    return result(document, "Submitted \(document.id).")
  }

  func resubmit(_ target: Target) throws -> ActionResult {
    try require(target)
    var document = target.document
    guard let instance = target.permissions.instance,
      var item = target.permissions.item(for: .resubmit)
    else { throw EngineError(.notAllowed, "\(document.id): it was not sent back") }
    try checkContent(of: document)
    let answer = Answer(
      item: item.id, outcome: .resubmit, actor: actor, onBehalfOf: actor.person,
      comment: request.comment, givenAt: now, revision: document.revision)
    item.status = .answered
    item.closedAt = now
    item.answer = answer
    try transaction.update(item)
    document.status = .submitted
    document.editableBy = nil
    document.waitingFor = nil
    document.submittedAt = now
    document.changedAt = now
    try transaction.update(document, fingerprints: nil)
    try post(
      .workItemAnswered,
      Payload(element: item.element, pass: item.pass, step: item.step, answer: answer),
      to: instance)
    return result(document, items: [item.id], "Resubmitted \(document.id).")
  }

  /// Refuses content that the type's rules find wrong.
  private func checkContent(of document: StoredDocument) throws {
    if let revision = request.revision, revision != document.revision {
      throw EngineError(
        .conflict, "\(document.id) was changed meanwhile: revision \(document.revision)")
    }
    let type = try parts.type(document.type)
    let content = try DocumentContent(
      stored: document, schema: type.schema, currency: organization.currency)
    let findings = try type.findings(
      in: content, on: .submitted,
      context: .init(
        document: document.id, originator: document.originator, organization: organization,
        today: parts.today(in: organization)
      ) { try transaction.documents(withFingerprint: $0, limit: 20) })
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw EngineError(
        .badData, "\(document.id) must be corrected before it can be submitted",
        details: errors.map(\.sentence))
    }
  }
}

extension DocumentFinding {
  /// "line 4: the category is missing".
  public var sentence: String { line.map { "line \($0): \(message)" } ?? message }
}
