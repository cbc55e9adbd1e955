// `erase`: personal content goes, the record of what happened stays (SPEC 11).

import Workflow
import WorkflowRuntime

extension Engine {
  /// Takes personal content out of the record: comments, details, values read and salts of the
  /// history, the words in saved states, the texts of work items, and handled messages. The ids of
  /// those who acted stay, all hashes stay, and so do the document's own fields: they are what was
  /// approved.
  ///
  /// - Parameter reason: why; it stays in the history with who did it.
  /// - Throws: `notAllowed` for anybody but administrators, and while the document is under way.
  public func erase(
    _ scope: ErasureScope, because reason: String, by actor: Actor
  ) throws -> ErasureResult {
    try requireAdministrator(actor, "erase personal content")
    guard !reason.isBlank else {
      throw EngineError(.usage, "erasing needs a comment that says why")
    }
    do {
      switch scope {
      case .document(let id): return try erase(id, because: reason, by: actor)
      case .person(let person): return try erase(person, because: reason, by: actor)
      }
    } catch {
      throw EngineError.wrapping(error)
    }
  }

  private func erase(
    _ id: DocumentID, because reason: String, by actor: Actor
  ) throws -> ErasureResult {
    var result = ErasureResult()
    guard try reading({ try !$0.history(HistoryQuery(.document(id), limit: 1)).isEmpty }) else {
      throw EngineError(.notFound, "there is no document \(id)")
    }
    if let open = try openInstance(of: id) {
      throw EngineError(
        .notAllowed, "\(id) is under way (\(open)): erase it when its workflow has ended")
    }
    try Erasing(parts: parts, actor: actor, reason: reason, person: nil)
      .run(id, counting: &result)
    result.archivedInstances = try archivedCount(of: id)
    return result
  }

  private func erase(
    _ person: PersonID, because reason: String, by actor: Actor
  ) throws -> ErasureResult {
    var result = ErasureResult()
    let erasing = Erasing(parts: parts, actor: actor, reason: reason, person: person)
    var documents = Pages<DocumentID> { last, limit in
      try self.reading { try $0.documentsWithHistory(after: last, limit: limit) }
    }
    while let id = try documents.next() {
      if try openInstance(of: id) != nil {
        if try hasWords(of: person, in: id) { result.openDocuments += 1 }
        continue
      }
      try erasing.run(id, counting: &result)
    }
    // Who has left the organisation may still have words in the record; a slip of the pen has not.
    let organization = try organization()
    if organization.person(person) == nil, result.entries == 0, result.openDocuments == 0 {
      throw EngineError(
        .notFound,
        "“\(person)” is nobody in this organisation, and the record has no words of theirs"
          + Nearest.hint(to: person.rawValue, among: organization.people.map(\.id.rawValue)))
    }
    return result
  }

  /// The instance of a document that has not ended.
  func openInstance(of id: DocumentID) throws -> InstanceID? {
    try reading { reading in
      for status in InstanceStatus.allCases where status.isOpen {
        let query = InstanceQuery(status: status, document: id, limit: 1)
        if let instance = try reading.instances(query).first { return instance.id }
      }
      return nil
    }
  }

  private func hasWords(of person: PersonID, in id: DocumentID) throws -> Bool {
    var entries = Pages<StoredHistoryEntry> { last, limit in
      try self.reading {
        try $0.history(HistoryQuery(.document(id), after: last?.sequence ?? 0, limit: limit))
      }
    }
    while let entry = try entries.next() {
      if entry.erased(of: person) != nil { return true }
    }
    return false
  }

  private func archivedCount(of id: DocumentID) throws -> Int {
    var count = 0
    var entries = Pages<StoredHistoryEntry> { last, limit in
      try self.reading {
        try $0.history(
          HistoryQuery(.outsideInstances(id), after: last?.sequence ?? 0, limit: limit))
      }
    }
    while let entry = try entries.next() {
      if entry.entry.event == .archived { count += 1 }
    }
    return count
  }
}
