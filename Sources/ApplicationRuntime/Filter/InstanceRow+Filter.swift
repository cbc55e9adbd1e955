// What can be filtered in a list of instances.

import Workflow
import WorkflowRuntime

extension InstanceRow {
  package static let filterFields = [
    "instance", "workflow", "document", "title", "from", "status", "element", "error", "created",
    "ended",
  ]

  package var filterRow: FilterRow {
    var fields: [String: FilterValue] = [
      "instance": .text(id.description), "workflow": .text(workflow.rawValue),
      "document": .text(document.rawValue), "title": .text(title),
      "from": .text(originator.rawValue), "status": .text(status.rawValue),
      "created": .time(createdAt),
    ]
    fields["element"] = element.map { .text($0) }
    fields["error"] = error.map { .text($0) }
    fields["ended"] = endedAt.map { .time($0) }
    return FilterRow(
      texts: [
        id.description, workflow.rawValue, document.rawValue, title, status.rawValue,
        element ?? "", error ?? "",
      ], fields: fields)
  }
}
