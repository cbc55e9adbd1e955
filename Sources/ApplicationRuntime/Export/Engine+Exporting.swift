// `export`: the whole history, case by case.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Calls `body` for every event of the history, the events of a document one after the other in
  /// their order, the documents by their ids; for administrators.
  ///
  /// It reads in windows: memory does not grow with the history, and nobody is held up. What
  /// happens meanwhile to a document that was passed is not in it.
  ///
  /// - Parameter isStopped: asked between windows; once it says so, it throws `interrupted`.
  public func exportHistory(
    as actor: Actor, isStopped: () -> Bool = { false }, _ body: (ExportedEvent) throws -> Void
  ) throws {
    try requireAdministrator(actor, "export the history")
    let organization = try organization()
    var documents = Pages<DocumentID> { last, limit in
      try self.reading { try $0.documentsWithHistory(after: last, limit: limit) }
    }
    while let id = try documents.next() {
      if isStopped() { throw EngineError(.interrupted, "The export was stopped before its end.") }
      let exported = try exportedCase(id)
      var entries = Pages<StoredHistoryEntry> { last, limit in
        try self.reading {
          try $0.history(HistoryQuery(.document(id), after: last?.sequence ?? 0, limit: limit))
        }
      }
      var rows = HistoryRows(organization)
      while let entry = try entries.next() {
        let row = try rows.row(entry) { id in try self.reading { try $0.instance(id) } }
        try body(ExportedEvent(document: exported, row: row))
      }
    }
  }

  private func exportedCase(_ id: DocumentID) throws -> ExportedCase {
    let stored = try reading { try $0.document(id) }
    return ExportedCase(
      document: id, type: stored?.type, title: stored?.title, originator: stored?.originator,
      status: stored?.status)
  }
}
