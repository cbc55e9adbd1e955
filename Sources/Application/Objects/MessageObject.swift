// A message of the queue as it is written (INTERFACE 3, `message`).

import Workflow
import WorkflowRuntime

struct MessageObject: OutputObject {
  static let object = "message"
  static let columns = [
    TextColumn("No", isRight: true), TextColumn("State"), TextColumn("Type", minimum: 16),
    TextColumn("Document"), TextColumn("Instance", priority: 3),
    TextColumn("Posted", priority: 2), TextColumn("Try", isRight: true, priority: 1),
    TextColumn("Error", minimum: 8),
  ]

  let message: Message
  /// Whether everything that it carries is shown too.
  var isWhole = false

  init(_ message: Message, isWhole: Bool = false) {
    self.message = message
    self.isWhole = isWhole
  }

  var json: JSONObject {
    [
      "sequence": .integer(message.sequence), "instance": .text(message.instance),
      "type": .string(message.type.rawValue), "state": .string(message.state.rawValue),
      "postedAt": .time(message.postedAt), "dueAt": .time(message.dueAt),
      "retryAt": .time(message.retryAt), "attempts": .number(message.attempts),
      "error": .text(message.error), "handledAt": .time(message.handledAt),
      "document": .text(message.document), "postedBy": .optional(message.postedBy),
      "startedAt": .time(message.startedAt),
      "payload": isWhole ? message.payload.outputJSON : .null,
    ]
  }

  var cells: [String] {
    [
      String(message.sequence), message.state.rawValue, message.type.rawValue,
      message.document.description, message.instance.description, Words.time(message.postedAt),
      String(message.attempts), message.error ?? "",
    ]
  }

  var lines: [String] {
    var result = [
      "\(message.sequence)  \(message.type.rawValue)  \(message.state.rawValue)",
      "\(message.document), \(message.instance), posted \(message.postedAt.iso8601)"
        + (message.postedBy.map { " by \($0)" } ?? ""),
      "due \(message.dueAt.iso8601), " + Words.count(message.attempts, "attempt"),
    ]
    if let retryAt = message.retryAt { result.append("tried again \(retryAt.iso8601)") }
    if let error = message.error { result.append("error: \(error)") }
    if let handledAt = message.handledAt { result.append("handled \(handledAt.iso8601)") }
    return result + [message.payload.outputJSON.text]
  }
}

extension Payload {
  /// What is stored, with ids and times as they are written everywhere.
  fileprivate var outputJSON: JSON {
    guard let answer, var whole = json.object, var given = whole["answer"]?.object else {
      return json
    }
    if let item = answer.item { given["item"] = .text(item) }
    given["givenAt"] = .time(answer.givenAt)
    if let time = answer.takesEffectAt { given["takesEffectAt"] = .time(time) }
    whole["answer"] = .object(given)
    return .object(whole)
  }
}
