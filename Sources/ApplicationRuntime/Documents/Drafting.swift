// Saving content within one transaction.

import Workflow
import WorkflowRuntime

/// Creates and edits documents of one type for one person.
struct Drafting {
  private let type: any DocumentType
  private let actor: Actor
  private let parts: EngineParts
  private let transaction: any StoreTransaction
  private let organization: Organization
  private let now: Timestamp

  init(
    _ type: any DocumentType, by actor: Actor, parts: EngineParts,
    in transaction: any StoreTransaction
  ) throws {
    self.type = type
    self.actor = actor
    self.parts = parts
    self.transaction = transaction
    organization = try parts.sources.organization(transaction)
    now = parts.clock.now()
    try parts.acting(actor, in: organization)
  }

  func create(_ content: DocumentContent, id own: DocumentID?) throws -> Document {
    if let own, let existing = try transaction.document(own) {
      let document = try Document(existing, type: type, currency: organization.currency)
      // Rates may have changed since: what was entered is compared, not what follows from it.
      guard existing.type == type.id, document.originator == actor.person,
        document.content.entered(by: type.schema) == content.entered(by: type.schema)
      else {
        throw EngineError(.conflict, "\(own) is there already, with other content")
      }
      return document
    }
    try TextLimit.check(content)
    let content = type.calculated(content, in: organization)
    let stored = StoredDocument(
      id: try own ?? nextID(), type: type.id, title: type.title(of: content),
      originator: actor.person, total: type.total(of: content, in: organization),
      fields: content.storedFields, lines: content.storedLines, createdAt: now, changedAt: now)
    try transaction.insert(stored, fingerprints: type.fingerprints(of: content))
    try record(.created, stored)
    return try Document(stored, type: type, currency: organization.currency)
  }

  func edit(
    _ stored: StoredDocument, revision: Int?, content: DocumentContent
  ) throws -> Document {
    let permissions = try Permissions(
      of: actor.person, on: stored, parts: parts, organization: organization, transaction)
    if let reason = permissions.reason(against: .edit) {
      throw EngineError(.locked, "\(stored.id): \(reason)")
    }
    if let revision, revision != stored.revision {
      throw EngineError(
        .conflict,
        "\(stored.id) was changed meanwhile: you saw revision \(revision), "
          + "it is \(stored.revision) now")
    }
    try checkLines(of: stored, content)
    try TextLimit.check(content)
    let content = type.calculated(content, in: organization)
    var changed = stored
    changed.set(content, of: type, in: organization)
    guard changed != stored else {
      return try Document(stored, type: type, currency: organization.currency)
    }
    // What was submitted is kept from here on, so that what changed can be told.
    if stored.status != .draft, stored.submittedContent == nil {
      changed.submittedContent = stored.contentText
    }
    changed.revision += 1
    changed.changedAt = now
    try transaction.update(changed, fingerprints: type.fingerprints(of: content))
    try record(.edited, changed)
    return try Document(changed, type: type, currency: organization.currency)
  }

  /// Refuses any other change where only lines came back: the rest is locked.
  private func checkLines(of stored: StoredDocument, _ content: DocumentContent) throws {
    guard stored.editableBy != actor.person, !stored.editableLines.isEmpty,
      stored.status != .draft
    else { return }
    let mine = Set(stored.lines(editableBy: actor.person))
    let before = try DocumentContent(
      stored: stored, schema: type.schema, currency: organization.currency
    ).entered(by: type.schema)
    let after = content.entered(by: type.schema)
    let isOtherLine = before.lines.indices.contains { index in
      !mine.contains(index + 1) && after.lines.indices.contains(index)
        && after.lines[index] != before.lines[index]
    }
    guard before.fields == after.fields, before.lines.count == after.lines.count, !isOtherLine
    else {
      let lines = mine.sorted().map(String.init).joined(separator: ", ")
      throw EngineError(
        .locked, "\(stored.id): only line \(lines) came back to you; the rest is locked")
    }
  }

  private func nextID() throws -> DocumentID {
    while true {
      let number = try transaction.nextDocumentNumber(prefix: type.prefix)
      let digits = String(number)
      let id = DocumentID(
        type.prefix + "-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
      // Someone may have taken it as an id of their own.
      if try transaction.document(id) == nil { return id }
    }
  }

  private func record(_ event: HistoryEvent, _ document: StoredDocument) throws {
    var chain = HistoryChain(document: document.id, instance: document.instance)
    try chain.append(
      HistoryEntry(
        event, at: now, actor: actor, detail: "revision \(document.revision)",
        values: RecordedContent(of: document).values),
      to: transaction, random: parts.random)
  }
}
