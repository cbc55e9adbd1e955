// A draft that is about to be deleted: `u` keeps it.

import Workflow

package struct PendingDeletion: Hashable, Sendable {
  package let document: DocumentID
  package let title: String
  /// By the time the program runs.
  package let at: Duration
}
