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
  /// SHA-256 over the hash before it in its stream, the salt and the content.
  public let salt: [UInt8]
  public let hash: [UInt8]

  public init(
    sequence: Int64, document: DocumentID, instance: InstanceID?, entry: HistoryEntry,
    salt: [UInt8], hash: [UInt8]
  ) {
    self.sequence = sequence
    self.document = document
    self.instance = instance
    self.entry = entry
    self.salt = salt
    self.hash = hash
  }

  public var stream: HistoryStream { instance.map { .instance($0) } ?? .document(document) }
}
