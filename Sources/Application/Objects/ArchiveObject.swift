// What was archived, as it is written.

import ApplicationRuntime
import Workflow

struct ArchiveObject: OutputObject {
  static let object = "archive"

  /// Nil when there was nothing to archive: no file is made then.
  let file: String?
  let summary: ArchiveSummary?
  let removed: Int

  var json: JSONObject {
    [
      "file": .text(file), "instances": .number(removed),
      "entries": summary.map { .number($0.entries) } ?? .null,
      "digest": summary.map { .string($0.digest.hexadecimal) } ?? .null,
    ]
  }

  var lines: [String] {
    guard let file, let summary else { return ["Nothing ended long enough ago."] }
    var result = [
      "Moved \(Words.count(removed, "instance")) with "
        + "\(Words.count(summary.entries, "history entr", "y", "ies")) to \(file)."
    ]
    if removed < summary.instances {
      result.append(
        "\(summary.instances - removed) changed meanwhile and stayed; they are in the file too.")
    }
    return result + ["digest  \(summary.digest.hexadecimal)"]
  }
}
