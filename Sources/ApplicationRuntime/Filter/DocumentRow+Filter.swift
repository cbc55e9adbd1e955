// What can be filtered in a list of documents.

import Workflow
import WorkflowRuntime

extension DocumentRow {
  package static let filterFields = [
    "document", "title", "from", "amount", "status", "type", "waiting", "created", "submitted",
    "changed",
  ]

  package var filterRow: FilterRow {
    // A stopped document is found by its status and by what has become of it.
    let status = isStopped ? status.rawValue + " stopped" : status.rawValue
    var fields: [String: FilterValue] = [
      "document": .text(id.rawValue), "title": .text(title),
      "from": .text(originatorName + " " + originator.rawValue),
      "status": .text(status), "type": .text(type.rawValue),
      "waiting": .text(waitingFor ?? ""), "created": .time(createdAt), "changed": .time(changedAt),
    ]
    fields["amount"] = total.map { .money($0) }
    fields["submitted"] = submittedAt.map { .time($0) }
    return FilterRow(
      texts: [
        id.rawValue, title, originatorName, total?.description ?? "", status,
        waitingFor ?? "",
      ], fields: fields)
  }
}
