// A history entry as it is written (INTERFACE 3, `historyEntry`).

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct HistoryEntryObject: OutputObject {
  static let object = "historyEntry"
  static let columns = [
    TextColumn("No", isRight: true, priority: 2), TextColumn("At"), TextColumn("Event"),
    TextColumn("Who"), TextColumn("Instance", priority: 3), TextColumn("Element", priority: 1),
    TextColumn("What", minimum: 12),
  ]

  let row: HistoryRow

  init(_ row: HistoryRow) { self.row = row }

  /// `actor` is who acted for the record; who sat at the keyboard, where that was somebody else,
  /// is `impersonatedBy`.
  var json: JSONObject {
    let entry = row.entry
    return [
      "sequence": .integer(row.sequence), "at": .time(entry.at),
      "event": .string(entry.event.rawValue), "actor": .optional(entry.actor?.person),
      "onBehalfOf": .optional(entry.onBehalfOf), "element": .optional(entry.element),
      "step": .text(entry.step), "comment": .text(entry.comment),
      "values": .values(entry.values),
      "hash": .string(row.hash), "impersonatedBy": .optional(entry.actor?.impersonatedBy),
      "detail": .text(entry.detail), "document": .text(row.document),
      "instance": .optional(row.instance), "line": row.line.map { .number($0) } ?? .null,
      "message": entry.message.map { .integer($0) } ?? .null,
    ]
  }

  var cells: [String] {
    let instance = [row.instance?.description, row.line.map { "line \($0)" }]
      .compactMap { $0 }.joined(separator: " ")
    return [
      String(row.sequence), Words.time(row.entry.at), event, who, instance, place, what,
    ]
  }

  /// What happened, for a list of one message of one instance.
  var sentence: String {
    [event, who, place, what].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private var event: String { Words.status(row.entry.event.rawValue) }

  private var who: String { row.who ?? "system" }

  private var place: String {
    [row.entry.element?.description, row.entry.step].compactMap { $0 }.joined(separator: " · ")
  }

  private var what: String {
    let comment = row.entry.comment.map { "“\($0)”" }
    let values = row.entry.values.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    return [row.entry.detail, comment, values].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}
