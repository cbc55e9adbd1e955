// What can be filtered in the lists of notifications and deliveries.

import Foundation
import Workflow
import WorkflowRuntime

extension NotificationRow {
  package static let filterFields = [
    "id", "text", "event", "document", "instance", "element", "step", "when", "read", "count",
  ]

  package var filterRow: FilterRow {
    FilterRow(
      texts: [
        text, Word(event.rawValue).hyphenated.replacing("-", with: " "), document?.rawValue ?? "",
      ],
      fields: [
        "id": .text(id.description), "text": .text(text), "event": .text(event.rawValue),
        "document": .text(document?.rawValue ?? ""),
        "instance": .text(instance?.description ?? ""),
        "element": .text(element?.description ?? ""), "step": .text(step ?? ""),
        "when": .time(at), "read": .text(isRead ? "yes" : "no"), "count": .number(Decimal(count)),
      ])
  }
}

extension DeliveryRow {
  package static let filterFields = [
    "id", "state", "by", "to", "text", "event", "document", "try", "error", "when",
  ]

  package var filterRow: FilterRow {
    FilterRow(
      texts: [text, state.rawValue, transport.rawValue, person.rawValue, error ?? ""],
      fields: [
        "id": .text(id.description), "state": .text(state.rawValue),
        "by": .text(transport.rawValue), "to": .text(person.rawValue), "text": .text(text),
        "event": .text(event.rawValue), "document": .text(document?.rawValue ?? ""),
        "try": .number(Decimal(attempts)), "error": .text(error ?? ""), "when": .time(at),
      ])
  }
}
