// What can be filtered in an export.

import Workflow
import WorkflowRuntime

extension ExportedEvent {
  package static let filterFields = [
    "event", "at", "actor", "element", "step", "document", "instance", "type", "title", "from",
    "status", "comment", "detail", "message",
  ]

  package var filterRow: FilterRow {
    let entry = row.entry
    var fields: [String: FilterValue] = [
      "event": .text(entry.event.rawValue), "at": .time(entry.at),
      "document": .text(document.document.rawValue),
    ]
    let actor = entry.actor.map { "\(row.actorName ?? "") \($0.person)" }
    fields["actor"] = actor.map { .text($0) }
    fields["element"] = entry.element.map { .text($0.description) }
    fields["step"] = entry.step.map { .text($0) }
    fields["instance"] = row.instance.map { .text($0.description) }
    fields["type"] = document.type.map { .text($0.rawValue) }
    fields["title"] = document.title.map { .text($0) }
    fields["from"] = document.originator.map { .text($0.rawValue) }
    fields["status"] = document.status.map { .text($0.rawValue) }
    fields["comment"] = entry.comment.map { .text($0) }
    fields["detail"] = entry.detail.map { .text($0) }
    fields["message"] = entry.message.map { .number(.init($0)) }
    return FilterRow(
      texts: [
        entry.event.rawValue, document.document.rawValue, document.title ?? "", actor ?? "",
        entry.element?.description ?? "", entry.step ?? "", entry.comment ?? "",
        entry.detail ?? "",
      ], fields: fields)
  }
}
