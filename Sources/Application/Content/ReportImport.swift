// Drafts from a CSV file: what `report import` and the Reports page do alike.

import ApplicationRuntime
import Expenses
import Foundation
import Workflow
import WorkflowRuntime

/// The import of one file: what was understood, what was made, where the rest was kept.
struct ReportImport {
  let file: String
  let parsed: CSVImport
  private(set) var documents: [DocumentID] = []

  /// - Throws: when documents of the type are not made of CSV files.
  init(
    _ bytes: [UInt8], file: String, as type: any DocumentType, mapping: [String: String] = [:],
    currency: Currency, dateOrder: CSVImport.DateOrder? = nil
  ) throws(EngineError) {
    guard type is ExpenseReport else {
      throw EngineError(.usage, "There is no import for \(type.id).")
    }
    self.file = file
    parsed = CSVImport.parse(bytes, mapping: mapping, currency: currency, dateOrder: dateOrder)
  }

  /// Makes the drafts, all or none.
  ///
  /// - Parameters:
  ///   - rejected: where the rows that could not be used are written; nil keeps none.
  ///   - step: called before each draft with how many there are; what it throws ends it all.
  mutating func run(
    keepingRejectedIn rejected: String?, type: DocumentTypeID, by actor: Actor, in engine: Engine,
    step: @escaping @Sendable (Int) throws -> Void = { _ in }
  ) throws {
    // A file that cannot be written must not be found out after drafts were made.
    let kept = parsed.rejected.isEmpty ? nil : rejected
    if let kept { try OutputFile.write(parsed.rejected, to: kept) }
    do {
      documents = try engine.createDocuments(
        type: type, contents: parsed.reports.map(\.content), by: actor, step: step
      ).map(\.id)
    } catch {
      // Nothing was made: the file that goes with it is taken away again.
      if let kept { unlink(kept) }
      throw error
    }
  }
}
