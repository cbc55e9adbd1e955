// The chain of a store: one link for each commit that added history (SPEC 11).

import Crypto

/// One link: it covers the link before it and the hashes of all entries of its commit.
public struct StoreChainLink: Hashable, Sendable {
  /// 1 for the first. A link 0 covers what a store of the first layout held before it was
  /// brought up to date.
  public let number: Int64
  /// The entries of the commit, by their sequence.
  public let first: Int64
  public let last: Int64
  public let count: Int
  public let hash: [UInt8]

  public init(number: Int64, first: Int64, last: Int64, count: Int, hash: [UInt8]) {
    self.number = number
    self.first = first
    self.last = last
    self.count = count
    self.hash = hash
  }
}

/// Computes the hash of a link from the hashes of its entries, given one after the other.
public struct StoreChainHash {
  private var hash = SHA256()
  public private(set) var count = 0

  public init(after previous: [UInt8]?, number: Int64, first: Int64, last: Int64, count: Int) {
    var bytes = HashedBytes(capacity: 64)
    bytes.add(hash: previous)
    for part in [number, first, last, Int64(count)] { bytes.add(number: part) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  public mutating func add(_ entry: [UInt8]) {
    entry.withUnsafeBytes { hash.update(bufferPointer: $0) }
    count += 1
  }

  public func finished() -> [UInt8] { hash.finalize().withUnsafeBytes { Array($0) } }
}

/// The entries that a transaction has added so far: what its link will cover.
public struct StoreChainTail: Sendable {
  private var entries: [(sequence: Int64, hash: [UInt8])] = []

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }
  public var count: Int { entries.count }

  public mutating func add(sequence: Int64, hash: [UInt8]) { entries.append((sequence, hash)) }

  /// Forgets what a savepoint that failed had added.
  public mutating func cut(to count: Int) { entries.removeLast(max(0, entries.count - count)) }

  /// The link for the commit; nil when it adds no history.
  public func link(after previous: StoreChainLink?) -> StoreChainLink? {
    guard let first = entries.first?.sequence, let last = entries.last?.sequence else { return nil }
    let number = (previous?.number ?? 0) + 1
    var hash = StoreChainHash(
      after: previous?.hash, number: number, first: first, last: last, count: entries.count)
    for entry in entries { hash.add(entry.hash) }
    return StoreChainLink(
      number: number, first: first, last: last, count: entries.count, hash: hash.finished())
  }
}
