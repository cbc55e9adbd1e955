// Which kept files documents name, and which of them go with what is erased (SPEC 11).

import Workflow
import WorkflowRuntime

extension Engine {
  /// Calls `body` with each document and the kept files that it names; documents without any are
  /// left out.
  package func eachDocumentWithFiles(
    _ body: (_ document: DocumentID, _ originator: PersonID, _ files: [KeptFile]) throws -> Void
  ) throws {
    var documents = Pages<StoredDocument> { last, limit in
      try self.reading { reading in
        let after = last.map { DocumentQuery.Position(createdAt: $0.createdAt, id: $0.id) }
        return try reading.documents(DocumentQuery(after: after, limit: limit))
      }
    }
    while let document = try documents.next() {
      let files = document.keptFiles
      if !files.isEmpty { try body(document.id, document.originator, files) }
    }
  }

  /// The kept files that go with what is erased, by the documents that name them: those that no
  /// other document names. A document that is under way keeps its files.
  ///
  /// - Returns: the files, and how many documents of the scope are under way and name some.
  package func filesErased(
    with scope: ErasureScope
  ) throws -> (files: [DocumentID: [KeptFile]], documentsUnderWay: Int) {
    var erased: [DocumentID: [KeptFile]] = [:]
    var underWay = 0
    var kept: Set<String> = []
    try eachDocumentWithFiles { document, originator, files in
      let isMeant =
        switch scope {
        case .document(let id): id == document
        case .person(let person): person == originator
        }
      let isOpen = try isMeant && openInstance(of: document) != nil
      if isOpen { underWay += 1 }
      if isMeant, !isOpen {
        erased[document] = files
      } else {
        kept.formUnion(files.map(\.hash))
      }
    }
    let files = erased.mapValues { files in files.filter { !kept.contains($0.hash) } }
      .filter { !$0.value.isEmpty }
    return (files, underWay)
  }

  /// Writes into the history of a document that so many of its files were erased, by whom and why.
  package func noteErasedFiles(
    _ count: Int, of document: DocumentID, because reason: String, by actor: Actor
  ) throws {
    try requireAdministrator(actor, "erase personal content")
    let parts = parts
    try writing { transaction in
      var chain = HistoryChain(document: document, instance: nil)
      try chain.append(
        HistoryEntry(
          .erased, at: parts.clock.now(), actor: actor, comment: reason,
          detail: count == 1 ? "a kept file" : "\(count) kept files"),
        to: transaction, random: parts.random)
    }
  }
}

extension StoredDocument {
  /// The kept files that its fields and lines name, each once.
  var keptFiles: [KeptFile] {
    var files: [KeptFile] = []
    func look(at json: JSON) {
      switch json {
      case .string(let text):
        if let file = KeptFile(text), !files.contains(file) { files.append(file) }
      case .array(let values): for value in values { look(at: value) }
      case .object(let object): for (_, value) in object { look(at: value) }
      default: break
      }
    }
    // Content that cannot be read names nothing; `verify` tells of it.
    for text in [fields, lines] {
      if let json = try? JSON(parsing: text) { look(at: json) }
    }
    return files
  }
}
