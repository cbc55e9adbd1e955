// What became of a CSV file: what was made of it, and what could not be used.

import Workflow

/// The result of an import from the Reports page.
package struct ImportResult: Hashable, Sendable {
  package let file: String
  package let documents: [DocumentID]
  /// Each bad row by line and reason, and columns that no field takes.
  package let problems: [String]
  /// Where the rows that could not be used are kept; nil when all were used.
  package let rejected: String?

  package init(file: String, documents: [DocumentID], problems: [String], rejected: String?) {
    self.file = file
    self.documents = documents
    self.problems = problems
    self.rejected = rejected
  }
}
