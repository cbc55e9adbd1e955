// A work item as it is written (INTERFACE 3, `workItem`).

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct WorkItemObject: OutputObject {
  static let object = "workItem"
  static let columns = [
    TextColumn("Item"), TextColumn("Document"), TextColumn("Title", priority: 2, minimum: 12),
    TextColumn("From", priority: 3), TextColumn("Amount", isRight: true),
    TextColumn("Step", priority: 1), TextColumn("Assignee", priority: 4),
    TextColumn("Status", priority: 5), TextColumn("Due", priority: 2),
  ]

  let item: WorkItem
  /// What its document says; nil where only the item is at hand.
  var row: InboxRow?

  init(_ row: InboxRow) {
    item = row.item
    self.row = row
  }

  init(_ item: WorkItem) { self.item = item }

  var json: JSONObject {
    [
      "id": .text(item.id), "kind": .string(item.kind.rawValue), "element": .text(item.element),
      "step": .text(item.step), "document": .text(item.document), "subject": .string(item.subject),
      "amount": .money(row?.total), "assignee": .optional(item.assignee),
      "onBehalfOf": .optional(item.onBehalfOf ?? item.answer?.onBehalfOf),
      "queue": .optional(item.queue),
      "status": .string(item.status.rawValue), "createdAt": .time(item.createdAt),
      "dueAt": .time(item.dueAt), "actions": .texts(item.offeredActions),
      "instance": .text(item.instance), "title": .text(row?.title),
      "originator": .optional(row?.originator), "candidates": .texts(item.candidates),
      "instructions": .text(item.instructions),
      "outcomes": .array(
        item.outcomes.map { ["name": .string($0.name), "title": .string($0.title)] }),
      "line": item.line.map { .number($0) } ?? .null, "changes": .text(item.changes),
    ]
  }

  var cells: [String] {
    [
      item.id.description, item.document.description, row?.title ?? item.subject,
      row?.originatorName ?? "", row?.total?.description ?? "",
      (item.step ?? item.element.name) + (item.line.map { ", line \($0)" } ?? ""),
      whose,
      Words.status(item.status.rawValue), Words.time(item.dueAt),
    ]
  }
}

extension WorkItemObject {
  /// "ann for frank", "queue budget", "ann, bob".
  private var whose: String {
    if let assignee = item.assignee {
      return "\(assignee)" + (item.onBehalfOf.map { " for \($0)" } ?? "")
    }
    return item.queue.map { "queue \($0)" }
      ?? item.candidates.map(\.description).joined(separator: ", ")
  }
}

extension WorkItem {
  /// The names of the actions that its people have while it is open.
  var offeredActions: [String] {
    guard status.isOpen else { return [] }
    var names = allowed.map { Word($0.rawValue).lowerCamelCased }.filter {
      Action(rawValue: $0) != nil
    }
    if !outcomes.isEmpty {
      names.removeAll { $0 == Action.complete.rawValue }
      names.insert(Action.choose.rawValue, at: 0)
    }
    if kind == .return || kind == .changeRequested { names.append(Action.resubmit.rawValue) }
    if queue != nil { names.append(Action.move.rawValue) }
    if assignee == nil, !candidates.isEmpty { names.append(Action.accept.rawValue) }
    if status == .accepted { names.append(Action.release.rawValue) }
    return names
  }
}
