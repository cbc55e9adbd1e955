// What was erased, as it is written.

import ApplicationRuntime
import Workflow

struct ErasureObject: OutputObject {
  static let object = "erasure"

  let result: ErasureResult
  /// How many receipts are no longer kept.
  var receipts = 0

  var json: JSONObject {
    [
      "documents": .number(result.documents), "entries": .number(result.entries),
      "workItems": .number(result.workItems), "openDocuments": .number(result.openDocuments),
      "archivedInstances": .number(result.archivedInstances), "receipts": .number(receipts),
    ]
  }

  var lines: [String] {
    guard result.entries > 0 || receipts > 0 else { return ["There was nothing to erase."] }
    var lines: [String] = []
    if result.entries > 0 {
      lines.append(
        "Erased the words of \(Words.count(result.entries, "history entr", "y", "ies")) and "
          + "\(Words.count(result.workItems, "work item")) in "
          + "\(Words.count(result.documents, "document")).")
    }
    if receipts > 0 {
      lines.append(
        "Erased \(Words.count(receipts, "receipt")); the lines keep their names and hashes.")
    }
    if result.archivedInstances > 0 {
      lines.append(
        "\(Words.count(result.archivedInstances, "instance")) of it in archives: those files were "
          + "not changed.")
    }
    return lines
  }
}
