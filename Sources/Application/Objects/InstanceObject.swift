// An instance as it is written (INTERFACE 3, `instance`).

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct InstanceObject: OutputObject {
  static let object = "instance"
  static let columns = [
    TextColumn("Instance"), TextColumn("Workflow", priority: 2), TextColumn("Document"),
    TextColumn("Title", priority: 3, minimum: 10), TextColumn("Status"),
    TextColumn("Element", priority: 1), TextColumn("Error", minimum: 8),
  ]

  let row: InstanceRow
  var detail: InstanceDetail?

  init(_ row: InstanceRow) { self.row = row }

  init(_ detail: InstanceDetail) {
    row = detail.row
    self.detail = detail
  }

  var json: JSONObject {
    [
      "id": .text(row.id), "workflow": .text(row.workflow), "workflowVersion": .number(row.version),
      "document": .text(row.document), "status": .string(row.status.rawValue),
      "element": .text(row.element), "savedPoint": .number(row.savedPoint),
      "error": .text(row.error), "title": .string(row.title), "originator": .text(row.originator),
      "createdAt": .time(row.createdAt), "endedAt": .time(row.endedAt),
      "elements": detail.map { .array($0.outline.map { .object($0.outputJSON) }) } ?? .null,
      "workItems": detail.map { .array($0.openItems.map { .object(WorkItemObject($0).json) }) }
        ?? .null,
      "actions": detail.map { .array($0.actions.map(\.outputJSON)) } ?? .null,
      "next": detail.map { .texts($0.next) } ?? .null,
    ]
  }

  var cells: [String] {
    [
      row.id.description, "\(row.workflow) v\(row.version)", row.document.description, row.title,
      row.status.rawValue, row.element ?? "", row.error ?? "",
    ]
  }

  var lines: [String] {
    var result = [
      "\(row.id)  \(row.workflow) v\(row.version)  \(row.document)  \(row.title)",
      "\(row.status.rawValue), saved point \(row.savedPoint)"
        + (row.element.map { ", in \($0)" } ?? ""),
    ]
    if let error = row.error { result.append("error: \(error)") }
    guard let detail else { return result }
    for element in detail.outline {
      let indent = String(repeating: "  ", count: element.depth + 1)
      result.append(indent + Self.line(element.name, element.mark, element.note))
      result += element.steps.map { indent + "  " + Self.line($0.name, $0.mark, $0.note) }
    }
    return result + detail.next.map { "then: \($0)" }
  }

  private static func line(
    _ name: String, _ mark: OutlineElement.Mark, _ note: String?
  ) -> String {
    "\(name): \(Words.status(mark.rawValue))" + (note.map { ", \($0)" } ?? "")
  }
}

extension OutlineElement {
  var outputJSON: JSONObject {
    [
      "path": .text(path), "name": .string(name), "kind": .string(kind), "depth": .number(depth),
      "mark": .string(mark.rawValue), "note": .text(note),
      "steps": .array(
        steps.map {
          ["name": .string($0.name), "mark": .string($0.mark.rawValue), "note": .text($0.note)]
        }),
    ]
  }
}

extension ActionAvailability {
  var outputJSON: JSON {
    [
      "action": .string(action.rawValue), "allowed": .bool(isAllowed), "reason": .text(reason),
      "item": .optional(item?.id),
    ]
  }
}
