// Why a document is where it is, as it is written.

import ApplicationRuntime
import Workflow

struct ExplanationObject: OutputObject {
  static let object = "explanation"

  /// So many limits and reminders are told in words; JSON has all of them.
  private static let timersShown = 8

  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var json: JSONObject {
    [
      "document": .text(explanation.document.id), "person": .text(explanation.person),
      "status": .string(explanation.document.status.rawValue),
      "standing": .string(explanation.standing),
      "waiting": .array(
        explanation.waiting.map {
          [
            "workItem": .object(WorkItemObject($0.item).json), "people": .texts($0.people),
            "actsFor": .text($0.actsFor), "queue": .text($0.queue), "hold": .text($0.hold),
            "leftSeconds": Self.seconds($0.left),
            "leftIsWorkingTime": Self.isWorkingTime($0.left),
          ]
        }),
      "children": .array(explanation.children.map(\.outputJSON)),
      "timers": .array(
        explanation.timers.map {
          [
            "at": .time($0.at), "words": .string($0.words), "leftSeconds": Self.seconds($0.left),
            "leftIsWorkingTime": Self.isWorkingTime($0.left),
          ]
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
      let whom =
        item.assignee == nil ? waiting.queue.map { "the queue \($0)" } : nil
      let people = waiting.people.isEmpty ? "nobody" : waiting.people.joined(separator: ", ")
      result.append(
        "\(item.id) waits for \(whom ?? people)" + (waiting.actsFor.map { ", for \($0)" } ?? "")
          + " since \(Words.time(item.createdAt))"
          + (Self.time(waiting) ?? ""))
      if let hold = waiting.hold { result.append("  \(hold)") }
    }
    for child in explanation.children {
      let name = child.line.map { "line \($0)" } ?? child.element.name
      let people = child.people.isEmpty ? "" : ", waits for \(child.people.joined(separator: ", "))"
      let standing = child.outcome.map { Words.status($0.rawValue) } ?? "open\(people)"
      result.append("\(name) (\(child.workflow)): \(standing)")
      if let error = child.error { result.append("  stopped: \(error)") }
    }
    result += explanation.timers.prefix(Self.timersShown)
      .map { ($0.left.map(Self.onHold) ?? Words.time($0.at)) + ": \($0.words)" }
    if explanation.timers.count > Self.timersShown {
      result.append("and \(explanation.timers.count - Self.timersShown) limits and reminders more")
    }
    result += explanation.hindrances
    result += explanation.next.map { "then: \($0)" }
    return result + allowed + refused
  }

  /// ", due 2026-03-01 09:04Z", or ", on hold, 2 d left".
  private static func time(_ waiting: Explanation.Waiting) -> String? {
    let time = waiting.left.map(onHold) ?? waiting.item.dueAt.map { "due \(Words.time($0))" }
    return time.map { ", \($0)" }
  }

  private static func seconds(_ left: TimeLeft?) -> JSON {
    left.map { .integer(Int64($0.duration / .seconds(1))) } ?? .null
  }

  private static func isWorkingTime(_ left: TimeLeft?) -> JSON {
    left.map { .bool($0.isWorkingTime) } ?? .null
  }

  private static func onHold(_ left: TimeLeft) -> String { "on hold, \(left.words) left" }

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

extension Explanation.Child {
  fileprivate var outputJSON: JSON {
    [
      "element": .text(element), "line": line.map { .number($0) } ?? .null,
      "workflow": .text(workflow), "instance": .optional(instance),
      "outcome": .text(outcome?.rawValue), "people": .texts(people), "error": .text(error),
    ]
  }
}
