// Where a planned fault comes.

/// Where it goes wrong.
public enum StoreFaultPlace: Hashable, Sendable {
  /// At a change within a transaction.
  case change
  /// When a transaction is about to be committed: nothing of it is there.
  case beforeCommit
  /// When it has been committed and the caller has not been told.
  case afterCommit
}
