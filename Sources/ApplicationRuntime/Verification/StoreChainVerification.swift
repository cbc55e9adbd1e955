// Checking the chain of a store: no commit and no entry is missing, added or changed.

import Workflow
import WorkflowRuntime

/// Goes through the links and the hashes of all entries, both in their order.
struct StoreChainVerification {
  private let store: any Store
  private let tell: (VerificationFinding) -> Void
  private var links: Pages<StoreChainLink>
  private var hashes: Pages<HistoryHash>
  private var previous: StoreChainLink?
  private var lastSequence: Int64 = 0
  private(set) var linkCount = 0
  private(set) var removed = 0
  private(set) var foundHead: StoreChainLink?
  /// Entries up to this one were there before the store had a chain.
  private(set) var lastLegacyEntry: Int64 = 0

  init(_ store: any Store, tell: @escaping (VerificationFinding) -> Void) {
    self.store = store
    self.tell = tell
    links = Pages { last, limit in
      try store.read { try $0.storeChain(after: last?.number ?? -1, limit: limit) }
    }
    hashes = Pages { last, limit in
      try store.read { try $0.historyHashes(after: last?.sequence ?? .min, limit: limit) }
    }
  }

  /// - Parameters:
  ///   - end: the last link when the verification began; later commits are left for the next one.
  ///   - head: a hash that must be that of a link.
  mutating func run(upTo end: StoreChainLink?, head: [UInt8]?) throws {
    while let link = try links.peek(), let end, link.number <= end.number {
      _ = try links.next()
      linkCount += 1
      if link.number == 0 { lastLegacyEntry = link.last }
      if link.hash == head { foundHead = link }
      checkNumber(of: link)
      try checkEntries(of: link)
      previous = link
    }
    if let end, previous?.number != end.number {
      tell(
        VerificationFinding(
          .brokenChain, "link \(end.number) of the chain of the store is missing",
          sequence: end.number))
    }
  }

  private func checkNumber(of link: StoreChainLink) {
    let expected = previous.map { $0.number + 1 }
    guard link.number != expected, !(previous == nil && link.number <= 1) else { return }
    tell(
      VerificationFinding(
        .brokenChain,
        "link \((expected ?? 1)) of the chain of the store is missing: the next one is "
          + "\(link.number)", sequence: expected ?? 1))
  }

  private mutating func checkEntries(of link: StoreChainLink) throws {
    var hash = StoreChainHash(
      after: previous?.hash, number: link.number, first: link.first, last: link.last,
      count: link.count)
    var isComplete = true
    while let entry = try hashes.peek(), entry.sequence <= link.last {
      _ = try hashes.next()
      if checkGap(before: entry.sequence) { isComplete = false }
      lastSequence = entry.sequence
      if entry.isRemoved { removed += 1 }
      guard entry.sequence >= link.first else {
        tell(unchained(entry.sequence))
        continue
      }
      hash.add(entry.hash)
    }
    // Entries at the end of the commit that are gone.
    if checkGap(before: link.last + 1) { isComplete = false }
    lastSequence = max(lastSequence, link.last)
    guard isComplete, hash.finished() != link.hash else { return }
    tell(
      VerificationFinding(
        .brokenChain,
        "link \(link.number) of the chain of the store, over the history entries \(link.first) to "
          + "\(link.last), was changed, or one of these entries was", sequence: link.number))
  }

  /// Tells which entries are missing before one; false when none is.
  private func checkGap(before sequence: Int64) -> Bool {
    guard lastSequence + 1 < sequence else { return false }
    let first = lastSequence + 1
    let last = sequence - 1
    tell(
      VerificationFinding(
        .missing,
        first == last
          ? "history entry \(first) is missing" : "history entries \(first) to \(last) are missing",
        sequence: first))
    return true
  }

  private func unchained(_ sequence: Int64) -> VerificationFinding {
    VerificationFinding(
      .unchained, "history entry \(sequence) was added by no commit of the engine",
      sequence: sequence)
  }
}
