// How a store is, as it is written.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct StatusObject: OutputObject {
  static let object = "status"
  /// So many instances are named; of the others the number is told.
  private static let named = 20

  let location: String
  let person: PersonID?
  let organization: String
  let overview: QueueOverview
  let instances: [InstanceStatus: Int]
  let openItems: Int?
  let isSample: Bool
  let isTestClock: Bool
  /// The instances that the person has to see to: stopped, or unrecoverable.
  let stuck: [InstanceRow]
  /// What is not as it should be, in words.
  let problems: [String]

  var json: JSONObject {
    [
      "store": .string(location), "organization": .string(organization),
      "person": .optional(person), "inbox": openItems.map { .number($0) } ?? .null,
      "sample": .bool(isSample), "testClock": .bool(isTestClock), "at": .time(overview.at),
      "healthy": .bool(problems.isEmpty), "problems": .texts(problems),
      "queue": .object(overview.counts.outputJSON),
      "job": .object(BatchJobObject(overview).json),
      "instances": .object(
        JSONObject(InstanceStatus.allCases.map { ($0.rawValue, .number(instances[$0] ?? 0)) })),
      "yours": [
        "stuck": .number(stuck.count), "instances": .texts(stuck.prefix(Self.named).map(\.id)),
      ],
    ]
  }

  var lines: [String] {
    let counts = overview.counts
    let kind = (isSample ? " (sample)" : "") + (isTestClock ? " (test clock)" : "")
    let inbox = openItems.map { Words.count($0, "open item") } ?? "none"
    let runs = InstanceStatus.allCases.map { "\(instances[$0] ?? 0) \($0.rawValue)" }
    var result = ["store      \(location)\(kind)"]
    result.append("people     " + organization + (person.map { ", you are \($0)" } ?? ""))
    result.append("inbox      \(inbox)")
    result.append(
      "queue      \(counts.ready) ready, \(counts.waiting) waiting, \(counts.running) running, "
        + "\(counts.stopped) stopped, \(counts.handled) handled")
    result.append("batch job  " + BatchJobObject(overview).lines.joined())
    result.append("instances  " + runs.joined(separator: ", "))
    if !stuck.isEmpty {
      let names = stuck.prefix(Self.named).map { "\($0.id) (\($0.document))" }
      let rest = stuck.count - names.count
      result.append(
        "for you    " + Words.count(stuck.count, "instance") + " to see to: "
          + names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
    }
    if problems.isEmpty { result.append("health     good") }
    return result + problems.map { "problem    \($0)" }
  }
}

extension QueueCounts {
  var outputJSON: JSONObject {
    [
      "ready": .number(ready), "waiting": .number(waiting), "running": .number(running),
      "stopped": .number(stopped), "handled": .number(handled), "discarded": .number(discarded),
      "oldestReady": .time(oldestReady),
    ]
  }
}
