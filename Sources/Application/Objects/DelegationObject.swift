// A standing delegation as it is written.

import ApplicationRuntime
import Workflow

struct DelegationObject: OutputObject {
  static let object = "delegation"
  static let columns = [
    TextColumn("No", isRight: true), TextColumn("From"), TextColumn("To"),
    TextColumn("What", minimum: 8), TextColumn("First day"), TextColumn("Last day"),
    TextColumn("Now"), TextColumn("Added by", priority: 1),
  ]

  let row: DelegationRow

  init(_ row: DelegationRow) { self.row = row }

  var json: JSONObject {
    let rule = row.rule
    return [
      "number": row.number.map { .integer($0) } ?? .null, "from": .text(rule.from),
      "to": .text(rule.to), "scope": .string(scope), "start": .optional(rule.start),
      "end": .optional(rule.end), "inForce": .bool(row.isInForce),
      "addedBy": .optional(row.addedBy), "addedAt": .time(row.addedAt),
    ]
  }

  var cells: [String] {
    [
      row.number.map { "\($0)" } ?? "", row.fromName, row.toName, scope,
      row.rule.start?.description ?? "", row.rule.end?.description ?? "",
      row.isInForce ? "yes" : "", row.addedBy?.description ?? "organization",
    ]
  }

  private var scope: String {
    switch row.rule.scope {
    case .all: "all"
    case .type(let type): "type: \(type)"
    case .workflow(let workflow): "workflow: \(workflow)"
    }
  }
}
