// What the history says when a document was calculated anew before it was submitted.

import Workflow
import WorkflowRuntime

extension HistoryEntry {
  /// A revision that nobody typed: rates or rules had changed since the document was saved.
  static func recalculated(
    _ document: StoredDocument, at now: Timestamp, actor: Actor? = nil
  ) -> HistoryEntry {
    HistoryEntry(
      .edited, at: now, actor: actor,
      detail: "revision \(document.revision): calculated fields brought up to date",
      values: RecordedContent(of: document).values)
  }
}
