// A history entry as an archive keeps it: with all that its hash covers.

import Workflow
import WorkflowRuntime

extension StoredHistoryEntry {
  var archiveJSON: JSON {
    // The values and the change as texts: their bytes were hashed.
    var plain = entry
    plain.values = []
    plain.change = nil
    return [
      "object": "historyEntry", "sequence": .integer(sequence), "document": document.json,
      "instance": instance?.json ?? .null, "entry": plain.json,
      "values": texts.values.map { .string($0) } ?? .null,
      "change": texts.change.map { .string($0) } ?? .null,
      "salt": .string(salt.hexadecimal),
      "erasedContentHash": erasedContentHash.map { .string($0.hexadecimal) } ?? .null,
      "stateHash": stateHash.map { .string($0.hexadecimal) } ?? .null,
      "hash": .string(hash.hexadecimal),
    ]
  }

  init(archived object: StoredObject) throws {
    var entry: HistoryEntry = try object.required("entry")
    let texts = HistoryTexts(
      values: try object.optional("values"), change: try object.optional("change"))
    do {
      entry.values = try texts.values.map { try HistoryTexts.values(of: JSON(parsing: $0)) } ?? []
      // Not with `map`, where a change that is not there would be the JSON value null.
      if let change = texts.change { entry.change = try JSON(parsing: change) }
    } catch {
      throw EngineError(.badData, "the values or the change cannot be read")
    }
    self.init(
      sequence: Int64(try object.required("sequence", Int.self)),
      document: try object.required("document"), instance: try object.optional("instance"),
      entry: entry, salt: try object.hash("salt") ?? [],
      erasedContentHash: try object.hash("erasedContentHash"),
      stateHash: try object.hash("stateHash"), hash: try object.hash("hash") ?? [], texts: texts)
  }
}
