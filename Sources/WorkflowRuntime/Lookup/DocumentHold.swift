// When the whole document was sent back, as the instances of its lines need to know.

import Workflow

/// The hold of a document: while it is sent back, its lines wait as well (SPEC 6).
public struct DocumentHold: Hashable, Sendable {
  /// Since when it is sent back; nil while it is not.
  public let since: Timestamp?
  /// Until when it was sent back before; nil when it never was.
  public let until: Timestamp?

  public init(since: Timestamp?, until: Timestamp?) {
    self.since = since
    self.until = until
  }

  /// The hold of what an instance of a whole document is about.
  public init(_ state: InstanceState) {
    self.init(since: state.heldSince, until: state.heldUntil)
  }
}
