// Making, changing and deleting documents.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Makes a draft.
  ///
  /// - Parameter id: the caller's own, 1 to 128 printable characters, not of the form of a work
  ///   item's or an instance's. The same id with the same content is harmless and gives the
  ///   document that is there; with other content it is a conflict. Nil gives the next number.
  @discardableResult
  public func createDocument(
    type id: DocumentTypeID, content: DocumentContent, id own: DocumentID? = nil, by actor: Actor
  ) throws -> Document {
    let parts = parts
    let type = try type(id)
    if let own { try Self.check(own) }
    return try writing { transaction in
      let drafting = try Drafting(type, by: actor, parts: parts, in: transaction)
      return try drafting.create(content, id: own)
    }
  }

  /// Makes several drafts in one commit: all of them, or none.
  public func createDocuments(
    type id: DocumentTypeID, contents: [DocumentContent], by actor: Actor
  ) throws -> [Document] {
    try createDocuments(type: id, contents: contents, by: actor) { _ in }
  }

  /// - Parameter step: called before each with how many were made; when it throws, none is.
  package func createDocuments(
    type id: DocumentTypeID, contents: [DocumentContent], by actor: Actor,
    step: @escaping @Sendable (Int) throws -> Void
  ) throws -> [Document] {
    let parts = parts
    let type = try type(id)
    return try writing { transaction in
      let drafting = try Drafting(type, by: actor, parts: parts, in: transaction)
      return try contents.enumerated().map { index, content in
        try step(index)
        return try drafting.create(content, id: nil)
      }
    }
  }

  /// Replaces the content of a document.
  ///
  /// - Parameter revision: the one that was seen; a newer one in the store is a conflict.
  @discardableResult
  public func editDocument(
    _ id: DocumentID, revision: Int?, content: DocumentContent, by actor: Actor
  ) throws -> Document {
    let parts = parts
    return try writing { transaction in
      let stored = try transaction.existingDocument(id)
      let drafting = try Drafting(
        try parts.type(stored.type), by: actor, parts: parts, in: transaction)
      return try drafting.edit(stored, revision: revision, content: content)
    }
  }

  /// Deletes a draft that was never submitted.
  public func deleteDocument(_ id: DocumentID, by actor: Actor) throws {
    let parts = parts
    try writing { transaction in
      let stored = try transaction.existingDocument(id)
      let organization = try parts.sources.organization(transaction)
      try parts.acting(actor, in: organization)
      let permissions = try Permissions(
        of: actor.person, on: stored, parts: parts, organization: organization, transaction)
      if let reason = permissions.reason(against: .delete) {
        throw EngineError(.notAllowed, "\(id): \(reason)")
      }
      var chain = HistoryChain(document: id, instance: nil)
      try chain.append(
        HistoryEntry(.deleted, at: parts.clock.now(), actor: actor, detail: stored.title),
        to: transaction, random: parts.random)
      try transaction.deleteDocument(id)
    }
  }

  /// What the type's rules say about content, before or without saving it.
  public func findings(
    in content: DocumentContent, of type: DocumentTypeID, document: DocumentID?,
    originator: PersonID, on occasion: ValidationOccasion
  ) throws -> [DocumentFinding] {
    let type = try self.type(type)
    return try reading { reading in
      let organization = try parts.sources.organization(reading)
      return try type.allFindings(
        in: type.calculated(content, in: organization), on: occasion,
        context: .init(
          document: document, originator: originator, organization: organization,
          today: parts.today(in: organization)
        ) { try reading.documents(withFingerprint: $0, limit: 20) })
    }
  }

  private static func check(_ id: DocumentID) throws {
    let text = id.rawValue
    let isPrintable = text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        && $0.properties.generalCategory != .format
    }
    guard (1...128).contains(text.count), isPrintable else {
      throw EngineError(.badData, "a document's id has 1 to 128 printable characters, no blanks")
    }
    guard WorkItemID(parsing: text) == nil, InstanceID(parsing: text) == nil else {
      throw EngineError(
        .badData, "“\(text)” has the form of a work item's or an instance's id")
    }
  }
}
