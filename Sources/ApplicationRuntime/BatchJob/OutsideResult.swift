// What a handler outside the store has done.

import WorkflowRuntime

/// What a call that succeeded leaves: words for the history, and a status of the document.
struct OutsideResult: Hashable, Sendable {
  let words: String?
  let status: DocumentStatus?
}
