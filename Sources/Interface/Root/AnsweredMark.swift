// An answer that was just given and can still be taken back.

import ApplicationRuntime
import Workflow

/// What a row that was answered shows until its undo window ends.
package struct AnsweredMark: Hashable, Sendable {
  package let action: Action
  package let document: DocumentID
  /// By the time the program runs.
  package let until: Duration

  /// Whether the document does not go on with it.
  var leadsBack: Bool {
    switch action {
    case .reject, .requestChange, .deny: true
    default: false
    }
  }
}

/// Answers that one `u` takes back: one, or a whole bulk.
package struct TakeBack: Hashable, Sendable {
  package let items: [WorkItemID]
  package let action: Action
  package let until: Duration
}
