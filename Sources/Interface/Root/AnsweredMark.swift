// An answer that was just given and can still be taken back.

import ApplicationRuntime
import Workflow

/// What a row that was answered shows until its undo window ends.
package struct AnsweredMark: Hashable, Sendable {
  package let action: Action
  package let document: DocumentID
  /// By the time the program runs.
  package let until: Duration
  /// Whether its time is over and the row stays only because the cursor is on it: what comes after
  /// it must not slide under the cursor by itself.
  package var isOver = false

  /// Whether the document does not go on with it.
  var leadsBack: Bool {
    switch action {
    case .reject, .requestChange, .deny: true
    default: false
    }
  }
}

/// What one `u` takes back: one answer, one task accepted or given back, or a whole bulk of them.
package struct TakeBack: Hashable, Sendable {
  package let items: [WorkItemID]
  package let action: Action
  package let until: Duration

  /// What undoes it.
  var reversal: Action { action.reversal ?? .undo }
}

extension Action {
  /// What brings back what was before; nil where nothing does, or a held answer is taken back.
  var reversal: Action? {
    switch self {
    case .accept: .release
    case .release: .accept
    default: nil
    }
  }
}
