// What can be filtered in the queue.

import Foundation
import Workflow
import WorkflowRuntime

extension Message {
  package static let filterFields = [
    "number", "state", "type", "document", "instance", "element", "try", "error", "posted", "due",
    "handled", "took", "poster",
  ]

  package var filterRow: FilterRow {
    var fields: [String: FilterValue] = [
      "number": .number(Decimal(sequence)), "state": .text(state.rawValue),
      "type": .text(type.rawValue), "document": .text(document.rawValue),
      "instance": .text(instance.description), "try": .number(Decimal(attempts)),
      "posted": .time(postedAt), "poster": .text(poster.rawValue), "due": .time(dueAt),
    ]
    fields["element"] = payload.element.map { .text($0.description) }
    fields["error"] = error.map { .text($0) }
    fields["handled"] = handledAt.map { .time($0) }
    // In seconds.
    if let startedAt, let handledAt {
      fields["took"] = .number(
        Decimal(handledAt.duration(since: startedAt).wholeMicroseconds) / 1_000_000)
    }
    return FilterRow(
      texts: [
        String(sequence), state.rawValue, type.rawValue, document.rawValue, instance.description,
        payload.element?.description ?? "", error ?? "",
      ], fields: fields)
  }
}
