// Checking a document against what its history says of it.

import Workflow
import WorkflowRuntime

/// Looks whether a document can be read and has the content that the history recorded last.
struct DocumentVerification {
  let parts: EngineParts
  let reading: any StoreReading

  func findings(of id: DocumentID) throws -> [VerificationFinding] {
    var recorded: RecordedContent?
    var isDeleted = false
    var isWhole = true
    var entries = Pages<StoredHistoryEntry> { last, limit in
      try reading.history(HistoryQuery(.document(id), after: last?.sequence ?? 0, limit: limit))
    }
    while let stored = try entries.next() {
      let entry = stored.entry
      if let content = RecordedContent(entry) {
        recorded = content
      } else if entry.event.recordsContent {
        // An earlier release wrote it.
        recorded = nil
      }
      if entry.event == .deleted { isDeleted = true }
      // Its own id may be taken again once a draft was deleted.
      if entry.event == .created { isDeleted = false }
      if entry.event == .archived { isWhole = false }
    }
    guard let document = try reading.document(id) else {
      return isDeleted ? [] : [finding(.missing, id, "\(id) is gone, and nothing deleted it")]
    }
    if let problem = unreadable(document) { return [finding(.unreadable, id, problem)] }
    guard let recorded else { return [] }
    let content = RecordedContent(of: document)
    guard content.revision == recorded.revision else {
      // The entry of a later revision may have gone to an archive.
      let isKnown = isWhole || content.revision < recorded.revision
      return isKnown
        ? [
          finding(
            .changed, id,
            "\(id) has revision \(content.revision); its history says \(recorded.revision)")
        ] : []
    }
    guard content.digest != recorded.digest else { return [] }
    return [finding(.changed, id, "the content of \(id) is not what its history recorded")]
  }

  /// Why the content cannot be read by its type; nil when it can, or nobody knows the type.
  private func unreadable(_ document: StoredDocument) -> String? {
    guard let organization = try? parts.sources.organization(reading),
      let type = parts.types[document.type]
    else { return nil }
    do {
      _ = try DocumentContent(
        stored: document, schema: type.schema, currency: organization.currency)
      _ = try document.submitted(by: type.schema, currency: organization.currency)
      return nil
    } catch let error as EngineError {
      return error.message
    } catch {
      return "\(document.id) cannot be read: \(error)"
    }
  }

  private func finding(
    _ kind: VerificationFinding.Kind, _ id: DocumentID, _ message: String
  ) -> VerificationFinding {
    VerificationFinding(kind, message, document: id)
  }
}
