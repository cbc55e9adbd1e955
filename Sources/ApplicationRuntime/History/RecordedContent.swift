// What the history records of a document's content, so that a change behind its back is found.

import Crypto
import Workflow
import WorkflowRuntime

/// A revision of a document and the digest of its content, as an entry for it records them.
struct RecordedContent: Hashable {
  let revision: Int
  let digest: String

  init(of document: StoredDocument) {
    revision = document.revision
    let parts: [JSON] = [
      .string(document.title),
      .string(document.total.map { "\($0.minorUnits) \($0.currency.code)" } ?? ""),
      .string(document.fields),
      .string(document.lines),
    ]
    let hash = SHA256.hash(data: Array(JSON.array(parts).text.utf8))
    digest = hash.withUnsafeBytes { Array($0.prefix(16)) }.hexadecimal
  }

  /// What an entry records; nil for any other entry, and for one of an earlier release.
  init?(_ entry: HistoryEntry) {
    guard entry.event.recordsContent, entry.values.count == 2,
      entry.values[0].name == Self.revision, entry.values[1].name == Self.digest,
      let revision = Int(entry.values[0].value)
    else { return nil }
    self.revision = revision
    digest = entry.values[1].value
  }

  var values: [HistoryEntry.ReadValue] {
    [.init(name: Self.revision, value: "\(revision)"), .init(name: Self.digest, value: digest)]
  }

  private static let revision = "revision"
  private static let digest = "content digest"
}

extension HistoryEvent {
  /// Whether its values are what is recorded of the content, and no values of a document.
  var recordsContent: Bool { self == .created || self == .edited }
}
