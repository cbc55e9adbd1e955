// What is left of a history entry when personal content is taken out of it.

import Workflow
import WorkflowRuntime

extension StoredHistoryEntry {
  /// The entry without the words and values that are to go; nil when it has none. The ids of
  /// those who acted stay: they are the record of who is responsible.
  ///
  /// - Parameter person: only what they did or what was done for them; nil for everything.
  func erased(of person: PersonID?) -> StoredHistoryEntry? {
    guard entry.event != .erased, entry.event != .archived else { return nil }
    var left = entry
    if person.map({ entry.isBy($0) }) ?? true {
      left.comment = nil
      if !entry.event.recordsContent { left.values = [] }
      if !entry.event.keepsDetail { left.detail = nil }
    }
    // Not with `map`, where a change that is not there would be the JSON value null.
    if let change = entry.change { left.change = change.withoutWords(of: person) }
    guard left != entry else { return nil }
    return StoredHistoryEntry(
      sequence: sequence, document: document, instance: instance, entry: left, salt: [],
      erasedContentHash: HistoryChain.contentHash(of: self), stateHash: stateHash, hash: hash)
  }

  /// The same for an entry of the first layout, whose content was hashed in another way.
  func erasedLegacy(of person: PersonID?) -> StoredHistoryEntry? {
    guard let left = erased(of: person) else { return nil }
    return StoredHistoryEntry(
      sequence: sequence, document: document, instance: instance, entry: left.entry, salt: [],
      erasedContentHash: erasedContentHash ?? LegacyHistoryHash.contentHash(of: self),
      stateHash: stateHash, hash: hash)
  }
}

extension HistoryEntry {
  func isBy(_ person: PersonID) -> Bool {
    actor?.person == person || actor?.impersonatedBy == person || onBehalfOf == person
  }
}
