// Where the journal is in the store.

import Workflow

/// The journal: a collection of records, numbered without gaps. The ledger file is its projection.
public enum Journal {
  /// The name of the collection.
  public static let collection = "journal"

  /// The key of an entry. A report is posted, paid and reversed at most once in each of its
  /// rounds; a new round begins when it is submitted anew after it was posted.
  static func key(_ kind: JournalEntry.Kind, of document: DocumentID, round: Int) -> String {
    "\(kind.rawValue) \(round) \(document)"
  }
}
