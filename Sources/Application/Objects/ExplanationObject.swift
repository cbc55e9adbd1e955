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
      "error": .text(explanation.error), "hindrances": .texts(explanation.hindrances),
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
    result += explanation.hindrances
    result += explanation.next.map { "then: \($0)" }
    return result + allowed + refused
  }

  private var allowed: [String] {
    let names = explanation.actions.filter(\.isAllowed).map { Words.status($0.action.rawValue) }
    return names.isEmpty ? [] : ["you may: " + names.joined(separator: ", ")]
  }

  /// The actions that are off, those with one reason together.
  private var refused: [String] {
    var reasons: [(reason: String, names: [String])] = []
    for action in explanation.actions {
      guard let reason = action.reason else { continue }
      let name = Words.status(action.action.rawValue)
      if let index = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[index].names.append(name)
      } else {
        reasons.append((reason, [name]))
      }
    }
    return reasons.map { "  not \($0.names.joined(separator: ", ")): \($0.reason)" }
  }
}
