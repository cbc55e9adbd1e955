// What can be filtered in the inbox.

import Workflow
import WorkflowRuntime

extension InboxRow {
  package static let filterFields = [
    "item", "document", "title", "from", "amount", "step", "element", "kind", "type", "status",
    "subject", "due", "since", "queue", "for",
  ]

  package var filterRow: FilterRow {
    var fields: [String: FilterValue] = [
      "item": .text(item.id.description), "document": .text(item.document.rawValue),
      "title": .text(title), "from": .text(originatorName + " " + originator.rawValue),
      "element": .text(item.element.description), "kind": .text(item.kind.rawValue),
      "type": .text(item.documentType.rawValue), "status": .text(item.status.rawValue),
      "subject": .text(item.subject), "since": .time(item.createdAt),
      "step": .text(item.step ?? item.element.name),
    ]
    fields["queue"] = .text(item.queue?.rawValue ?? "")
    fields["for"] = .text(item.onBehalfOf?.rawValue ?? "")
    fields["amount"] = total.map { .money($0) }
    fields["due"] = item.dueAt.map { .time($0) }
    return FilterRow(
      texts: [
        item.id.description, item.document.rawValue, title, originatorName,
        total?.description ?? "", item.step ?? item.element.name, item.subject,
      ], fields: fields)
  }
}
