// An answer that was just given and can still be taken back.

import ApplicationRuntime
import Workflow

/// What a row that was answered shows until its undo window ends.
package struct AnsweredMark: Hashable, Sendable {
  package let action: Action
  /// By the time the program runs.
  package let until: Duration
}

/// Answers that one `u` takes back: one, or a whole bulk.
package struct TakeBack: Hashable, Sendable {
  package let items: [WorkItemID]
  package let action: Action
  package let until: Duration
}
