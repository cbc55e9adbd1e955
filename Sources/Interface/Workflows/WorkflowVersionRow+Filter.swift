// What can be filtered in the list of versions.

import ApplicationRuntime
import Foundation
import Workflow

extension WorkflowVersionRow {
  static let filterFields = [
    "workflow", "version", "type", "title", "state", "instances", "errors", "warnings", "saved",
    "by", "comment",
  ]

  var filterRow: FilterRow {
    let state = isActive ? "active" : "saved"
    var fields: [String: FilterValue] = [
      "workflow": .text(workflow.rawValue), "version": .number(Decimal(version)),
      "type": .text(type.rawValue), "title": .text(title), "state": .text(state),
      "instances": .number(Decimal(openInstances)), "errors": .number(Decimal(errors.count)),
      "warnings": .number(Decimal(warnings.count)), "saved": .time(savedAt),
    ]
    fields["by"] = savedByName.map { .text($0) }
    fields["comment"] = comment.map { .text($0) }
    return FilterRow(
      texts: [
        typeTitle, workflow.rawValue, "\(version)", title, state, savedByName ?? "",
        comment ?? "",
      ], fields: fields)
  }
}
