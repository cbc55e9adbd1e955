// What is left of a history entry when only the chain of the store is looked at.

/// The hash of an entry that is there, or that was archived and removed.
public struct HistoryHash: Hashable, Sendable {
  public let sequence: Int64
  public let hash: [UInt8]
  /// Whether the entry itself was removed, with its instance, into an archive.
  public let isRemoved: Bool

  public init(sequence: Int64, hash: [UInt8], isRemoved: Bool) {
    self.sequence = sequence
    self.hash = hash
    self.isRemoved = isRemoved
  }
}
