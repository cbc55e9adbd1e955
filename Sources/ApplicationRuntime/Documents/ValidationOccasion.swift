// When a document is looked at.

import Workflow

/// When a document is looked at.
public enum ValidationOccasion: Hashable, Sendable {
  /// A cell or a line was saved.
  case saved
  /// On submit and resubmit: everything is looked at.
  case submitted
}
