// How entries were hashed before there was a chain of the store.

import Crypto
import Workflow
import WorkflowRuntime

/// The hash of entries that the first layout of stores kept: over the hash before it and the
/// salted JSON of the entry. They are never hashed anew; the store's chain begins by covering them.
enum LegacyHistoryHash {
  static func hash(of stored: StoredHistoryEntry, after previous: [UInt8]?) -> [UInt8] {
    var chain = SHA256()
    chain.update(data: previous ?? [])
    chain.update(data: stored.erasedContentHash ?? contentHash(of: stored))
    return Array(chain.finalize())
  }

  static func contentHash(of stored: StoredHistoryEntry) -> [UInt8] {
    var content = SHA256()
    content.update(data: stored.salt)
    content.update(data: Array(stored.entry.json.text.utf8))
    return Array(content.finalize())
  }
}
