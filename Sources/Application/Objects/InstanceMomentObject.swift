// An instance as it was after a message, as it is written.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct InstanceMomentObject: OutputObject {
  static let object = "instanceMoment"

  let moment: InstanceMoment

  var json: JSONObject {
    [
      "id": .text(moment.instance), "document": .text(moment.document),
      "workflow": .text(moment.workflow),
      "workflowVersion": moment.state.map { .number($0.version) } ?? .null,
      "sequence": .integer(moment.point.message), "at": .time(moment.point.at),
      "stage": moment.state.map { .string($0.stage.rawValue) } ?? .null,
      "current": moment.state.map { .texts($0.current) } ?? .null,
      "elements": .array(moment.outline.map { .object($0.outputJSON) }),
      "workItems": .array(moment.openItems.map { .object(WorkItemObject($0).json) }),
      "history": .array(moment.entries.map { .object(HistoryEntryObject($0).json) }),
      "points": .array(
        moment.points.map {
          [
            "sequence": .integer($0.message), "type": .optional($0.type?.rawValue),
            "event": .string($0.event.rawValue), "element": .optional($0.element),
            "at": .time($0.at), "changesState": .bool($0.changesState),
          ]
        }),
    ]
  }

  var lines: [String] {
    let point = moment.point
    let type = point.type.map { Words.status($0.rawValue) } ?? Words.status(point.event.rawValue)
    var result = [
      "\(moment.instance)  \(moment.workflow)  \(moment.document)",
      "after message \(point.message), \(type), \(Words.time(point.at)): "
        + "saved point \(moment.index + 1) of \(moment.points.count)",
      moment.state.map { Words.status($0.stage.rawValue) } ?? "not begun",
    ]
    for element in moment.outline {
      let indent = String(repeating: "  ", count: element.depth + 1)
      result.append("\(indent)\(element.name): \(Words.status(element.mark.rawValue))")
      result += element.steps.map { "\(indent)  \($0.name): \(Words.status($0.mark.rawValue))" }
    }
    result += moment.openItems.map { item in
      "open  \(item.id)  \(item.subject)  "
        + item.visibleTo.map(\.description).joined(separator: ", ")
    }
    result += moment.entries.map { HistoryEntryObject($0).sentence }
    let neighbours = [
      moment.index > 0 ? "before: \(moment.points[moment.index - 1].message)" : nil,
      moment.index + 1 < moment.points.count
        ? "after: \(moment.points[moment.index + 1].message)" : nil,
    ]
    let words = neighbours.compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? result : result + [words]
  }
}
