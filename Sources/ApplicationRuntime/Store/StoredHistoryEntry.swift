// A history entry as a store keeps it.

import Workflow
import WorkflowRuntime

/// A history entry with its place in the record and its hash.
public struct StoredHistoryEntry: Hashable, Sendable {
  public let sequence: Int64
  public let document: DocumentID
  /// Nil for what happened outside any instance.
  public let instance: InstanceID?
  public let entry: HistoryEntry
  /// Hashed with the content; empty once that was erased.
  public let salt: [UInt8]
  /// The hash of the content, kept when the content itself was erased.
  public let erasedContentHash: [UInt8]?
  /// SHA-256 of the instance's state, when it was saved with this entry.
  public let stateHash: [UInt8]?
  /// SHA-256 over the hash before it in its stream, the content and the state.
  public let hash: [UInt8]
  /// What of the entry is JSON, as it was hashed.
  public let texts: HistoryTexts

  /// - Parameter texts: nil to write them from the entry.
  public init(
    sequence: Int64, document: DocumentID, instance: InstanceID?, entry: HistoryEntry,
    salt: [UInt8], erasedContentHash: [UInt8]? = nil, stateHash: [UInt8]? = nil, hash: [UInt8],
    texts: HistoryTexts? = nil
  ) {
    self.sequence = sequence
    self.document = document
    self.instance = instance
    self.entry = entry
    self.salt = salt
    self.erasedContentHash = erasedContentHash
    self.stateHash = stateHash
    self.hash = hash
    self.texts = texts ?? HistoryTexts(entry)
  }

  public var stream: HistoryStream { instance.map { .instance($0) } ?? .document(document) }

  /// Whether the words and values of the entry are gone, and only its hashes stay.
  public var isErased: Bool { erasedContentHash != nil }
}
