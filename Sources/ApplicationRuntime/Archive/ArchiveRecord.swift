// What stays in the store when instances were moved to an archive.

import Workflow
import WorkflowRuntime

/// The record of an archive, kept for ever: who, when, why, how many, and the digest of the file.
struct ArchiveRecord {
  /// The key is the digest of the archive.
  static let collection = "archive"

  let header: ArchiveHeader
  let summary: ArchiveSummary
  let file: String

  var body: String {
    let json: JSON = [
      "at": .string(header.at.iso8601), "by": .string(header.actor.description),
      "reason": .string(header.reason), "endedBefore": .string(header.endedBefore.iso8601),
      "file": .string(file), "instances": summary.instances.json, "entries": summary.entries.json,
      "digest": .string(summary.digest.hexadecimal),
    ]
    return json.text
  }
}
