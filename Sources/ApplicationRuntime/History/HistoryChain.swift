// The hash that ties each history entry to the one before it (SPEC 11).

import Crypto
import Workflow
import WorkflowRuntime

/// Appends entries to one stream of the history, each hashed over the one before it.
///
/// A hash covers the hash before it in its stream, the content of the entry, the state of the
/// instance that was saved with it, and where the entry belongs. The content is hashed apart with
/// a salt: it can be erased, and the chain still be followed; without the salt nobody can find by
/// trying what was erased.
struct HistoryChain {
  let document: DocumentID
  let instance: InstanceID?
  private var head: [UInt8]?
  private var isHeadKnown = false

  init(document: DocumentID, instance: InstanceID?) {
    self.document = document
    self.instance = instance
  }

  private var stream: HistoryStream { instance.map { .instance($0) } ?? .document(document) }

  private static let saltLength = 16

  /// Appends one entry within the transaction.
  ///
  /// - Parameter savedState: the state of the instance as it is saved in the same transaction;
  ///   nil when it is not saved with this entry.
  mutating func append(
    _ entry: HistoryEntry, savedState: String? = nil, to transaction: any StoreTransaction,
    random: any RandomSource
  ) throws {
    if !isHeadKnown {
      head = try transaction.lastHash(of: stream)
      isHeadKnown = true
    }
    let sequence = try transaction.next(.history)
    let salt = random.bytes(Self.saltLength)
    let texts = HistoryTexts(entry)
    let stateHash = savedState.map(Self.hash(ofState:))
    let hash = Self.hash(
      content: Self.contentHash(of: entry, texts: texts, salt: salt), state: stateHash,
      after: head, sequence: sequence, document: document, instance: instance)
    try transaction.append(
      StoredHistoryEntry(
        sequence: sequence, document: document, instance: instance, entry: entry, salt: salt,
        stateHash: stateHash, hash: hash, texts: texts))
    head = hash
  }

  /// The hash that an entry must have after another one of its stream.
  static func hash(of stored: StoredHistoryEntry, after previous: [UInt8]?) -> [UInt8] {
    hash(
      content: contentHash(of: stored), state: stored.stateHash, after: previous,
      sequence: stored.sequence, document: stored.document, instance: stored.instance)
  }

  /// The hash of an entry's content; the kept one when the content was erased.
  static func contentHash(of stored: StoredHistoryEntry) -> [UInt8] {
    stored.erasedContentHash
      ?? contentHash(of: stored.entry, texts: stored.texts, salt: stored.salt)
  }

  static func hash(ofState state: String) -> [UInt8] {
    var state = state
    return state.withUTF8 { digest(UnsafeRawBufferPointer($0)) }
  }

  private static func contentHash(
    of entry: HistoryEntry, texts: HistoryTexts, salt: [UInt8]
  ) -> [UInt8] {
    var bytes = HashedBytes(capacity: 512)
    bytes.add(entry, texts: texts, salt: salt)
    return bytes.withUnsafeBytes(digest)
  }

  private static func hash(
    content: [UInt8], state: [UInt8]?, after previous: [UInt8]?, sequence: Int64,
    document: DocumentID, instance: InstanceID?
  ) -> [UInt8] {
    var bytes = HashedBytes(capacity: 160)
    bytes.add(hash: previous)
    bytes.add(hash: content)
    bytes.add(hash: state)
    bytes.add(number: sequence)
    bytes.add(number: instance?.number ?? -1)
    bytes.add(text: document.rawValue)
    return bytes.withUnsafeBytes(digest)
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hash.finalize().withUnsafeBytes { Array($0) }
  }
}
