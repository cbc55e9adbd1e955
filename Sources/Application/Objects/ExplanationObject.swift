// Why a document is where it is, as it is written.

import ApplicationRuntime
import Workflow

struct ExplanationObject: OutputObject {
  static let object = "explanation"

  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var json: JSONObject {
    [
      "document": .text(explanation.document.id), "person": .text(explanation.person),
      "status": .string(explanation.document.status.rawValue),
      "standing": .string(explanation.standing),
      "waiting": .array(
        explanation.waiting.map {
          ["workItem": .object(WorkItemObject($0.item).json), "people": .texts($0.people)]
        }),
      "actions": .array(explanation.actions.map(\.outputJSON)), "next": .texts(explanation.next),
      "error": .text(explanation.error),
    ]
  }

  var lines: [String] {
    var result = ["\(explanation.document.id)  \(explanation.document.title)"]
    result.append(explanation.standing)
    if let error = explanation.error { result.append("error: \(error)") }
    for waiting in explanation.waiting {
      let item = waiting.item
      result.append(
        "\(item.id) waits for \(waiting.people.joined(separator: ", "))"
          + " since \(Words.time(item.createdAt))"
          + (item.dueAt.map { ", due \(Words.time($0))" } ?? ""))
    }
    result += explanation.next.map { "then: \($0)" }
    return result
      + explanation.actions.map { action in
        let name = Words.status(action.action.rawValue)
        return action.reason.map { "  \(name): no. \($0)" } ?? "  \(name): yes"
      }
  }
}
