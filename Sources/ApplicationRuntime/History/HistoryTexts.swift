// The parts of a history entry that are written as JSON.

import Workflow
import WorkflowRuntime

/// The values read and the change of state as they are stored: written once, for the store and
/// for the hash alike, and read back as they stand, so that no later release that writes them
/// otherwise breaks a hash.
public struct HistoryTexts: Hashable, Sendable {
  /// A list of pairs: names may repeat, and their order is part of what was hashed.
  public let values: String?
  public let change: String?

  public init(values: String?, change: String?) {
    self.values = values
    self.change = change
  }

  init(_ entry: HistoryEntry) {
    values =
      entry.values.isEmpty
      ? nil : JSON.array(entry.values.map { .array([.string($0.name), .string($0.value)]) }).text
    change = entry.change?.text
  }

  /// The values of a text that was written so.
  ///
  /// - Throws: ``StoreError`` when it is no list of pairs of texts.
  public static func values(of json: JSON) throws(StoreError) -> [HistoryEntry.ReadValue] {
    var values: [HistoryEntry.ReadValue] = []
    for pair in json.array ?? [] {
      guard let parts = pair.array, parts.count == 2, let name = parts[0].string,
        let value = parts[1].string
      else { throw StoreError(.damaged, "The store holds history values that cannot be read.") }
      values.append(.init(name: name, value: value))
    }
    return values
  }
}
