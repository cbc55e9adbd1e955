// The cause in an error's sentence, for a row that names the rest already.

import Workflow

enum Cause {
  /// `ledger: no account` of `handler post failed for ER-000014: ledger: no account`; the whole
  /// sentence where it does not name the document.
  static func text(of error: String, document: DocumentID) -> String {
    error.firstRange(of: "\(document): ").map { String(error[$0.upperBound...]) } ?? error
  }
}
