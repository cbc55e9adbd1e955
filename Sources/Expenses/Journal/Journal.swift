// Where the journal is in the store.

import Workflow

/// The journal: a collection of records, numbered without gaps. The ledger file is its projection.
public enum Journal {
  /// The name of the collection.
  public static let collection = "journal"

  /// The key of an entry: each instance posts once and pays once.
  static func key(_ kind: JournalEntry.Kind, of instance: InstanceID) -> String {
    "\(kind.rawValue) \(instance)"
  }
}
