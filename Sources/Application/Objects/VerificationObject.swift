// What `verify` found, as it is written.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct VerificationObject: OutputObject {
  static let object = "verification"
  /// So many findings are named; of the others the number is told.
  static let mostFindings = 1_000

  let report: VerificationReport
  let findings: [VerificationFinding]
  /// The archive that was checked; nil for the store.
  let archive: String?

  var json: JSONObject {
    [
      "sound": .bool(report.isSound), "archive": .text(archive),
      "head": report.head.map { .string($0.hash.hexadecimal) } ?? .null,
      "headNumber": report.head.map { .integer($0.number) } ?? .null,
      "foundHeadNumber": report.foundHead.map { .integer($0.number) } ?? .null,
      "entries": .number(report.entries), "erasedEntries": .number(report.erasedEntries),
      "removedEntries": .number(report.removedEntries), "instances": .number(report.instances),
      "documents": .number(report.documents), "workItems": .number(report.workItems),
      "versions": .number(report.versions), "links": .number(report.links),
      "findingCount": .number(report.findings),
      "findings": .array(
        findings.map { finding in
          [
            "kind": .string(finding.kind.rawValue), "message": .string(finding.message),
            "sequence": finding.sequence.map { .integer($0) } ?? .null,
            "document": .optional(finding.document), "instance": .optional(finding.instance),
          ]
        }),
    ]
  }

  var lines: [String] {
    var result = [
      "\(Words.count(report.entries, "history entr", "y", "ies")) of "
        + "\(Words.count(report.instances, "instance"))"
        + (archive.map { " in \($0)" } ?? " in \(Words.count(report.links, "commit"))")
    ]
    if archive == nil {
      result.append(
        [
          Words.count(report.documents, "document"), Words.count(report.workItems, "work item"),
          Words.count(report.versions, "version") + " of workflows",
        ].joined(separator: ", "))
    }
    if report.erasedEntries > 0 {
      result.append("\(report.erasedEntries) of them erased: only their hashes are left")
    }
    if report.removedEntries > 0, archive == nil {
      result.append(
        "\(Words.count(report.removedEntries, "entr", "y", "ies")) more archived and removed")
    }
    if let found = report.foundHead { result.append("the head given is commit \(found.number)") }
    if let head = report.head { result.append("head  \(head.hash.hexadecimal)") }
    result += findings.map { "wrong  \($0.message)" }
    if report.findings > findings.count {
      result.append("and \(report.findings - findings.count) more")
    }
    result.append(
      report.isSound ? "Sound." : "\(Words.count(report.findings, "thing")) wrong.")
    return result
  }
}

extension Words {
  /// `1 entry`, `2 entries`.
  static func count(
    _ number: Int, _ stem: String, _ singular: String, _ plural: String
  ) -> String {
    "\(number) \(stem)\(number == 1 ? singular : plural)"
  }
}
