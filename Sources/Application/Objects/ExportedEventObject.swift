// A history entry with its document, as an export writes it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct ExportedEventObject: OutputObject {
  static let object = "historyEntry"

  let event: ExportedEvent

  init(_ event: ExportedEvent) { self.event = event }

  var json: JSONObject {
    var json = HistoryEntryObject(event.row).json
    json["type"] = .optional(event.document.type)
    json["title"] = .text(event.document.title)
    json["originator"] = .optional(event.document.originator)
    json["status"] = event.document.status.map { .string($0.rawValue) } ?? .null
    json["activity"] = .string(event.activity)
    json["transition"] = .string(event.transition)
    json["actorName"] = .text(event.row.actorName)
    return json
  }
}
