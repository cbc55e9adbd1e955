// The hash that ties each history entry to the one before it (SPEC 11).

import Crypto
import Workflow
import WorkflowRuntime

/// Appends entries to one stream of the history, each hashed over the one before it.
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

  /// Appends one entry within the transaction.
  mutating func append(
    _ entry: HistoryEntry, to transaction: any StoreTransaction, random: any RandomSource
  ) throws {
    if !isHeadKnown {
      head = try transaction.lastHash(of: stream)
      isHeadKnown = true
    }
    let salt = random.bytes(16)
    let hash = Self.hash(entry, salt: salt, after: head)
    try transaction.append(
      StoredHistoryEntry(
        sequence: try transaction.next(.history), document: document, instance: instance,
        entry: entry, salt: salt, hash: hash))
    head = hash
  }

  /// SHA-256 over the hash before it and the content, which is hashed apart with its salt so
  /// that it can be erased and the chain still be followed.
  static func hash(_ entry: HistoryEntry, salt: [UInt8], after previous: [UInt8]?) -> [UInt8] {
    var content = SHA256()
    content.update(data: salt)
    var text = entry.json.text
    text.withUTF8 { content.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    var chain = SHA256()
    chain.update(data: previous ?? [])
    content.finalize().withUnsafeBytes { chain.update(bufferPointer: $0) }
    return Array(chain.finalize())
  }
}
