// Statistics as they are written.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct StatisticsObject: OutputObject {
  static let object = "statistics"

  let statistics: Statistics
  let query: StatisticsQuery

  var json: JSONObject {
    [
      "period": .string(query.period.rawValue), "calendar": .text(statistics.calendar),
      "open": .number(statistics.open), "overdue": .number(statistics.overdue),
      "waiting": .object(statistics.waiting.outputJSON),
      "throughput": .object(statistics.throughput.outputJSON),
      "periods": .array(
        statistics.periods.map {
          [
            "start": .text($0.start), "submitted": .number($0.submitted),
            "completed": .number($0.completed), "canceled": .number($0.canceled),
          ]
        }),
      "elements": .array(statistics.elements.map { .object($0.outputJSON) }),
      "steps": .array(statistics.steps.map { .object($0.outputJSON) }),
      "people": .array(statistics.people.map { .object($0.outputJSON) }),
    ]
  }

  var lines: [String] {
    var result = [
      "open        \(statistics.open), \(statistics.overdue) overdue",
      "throughput  " + statistics.throughput.words, "",
    ]
    result += Self.table(
      ["Since", "Submitted", "Completed", "Canceled"],
      statistics.periods.map {
        [$0.start.description, "\($0.submitted)", "\($0.completed)", "\($0.canceled)"]
      })
    for (title, groups) in [
      ("Element", statistics.elements), ("Step", statistics.steps), ("Person", statistics.people),
    ] where !groups.isEmpty {
      result.append("")
      result += Self.table(
        [title, "Answered", "Open", "Overdue", "Late", "Waiting", "Working"],
        groups.map {
          [
            $0.name, "\($0.answered)", "\($0.open)", "\($0.overdue)", "\($0.late)",
            $0.waiting.words,
            $0.working.words,
          ]
        })
    }
    return result
  }

  private static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
    let columns = titles.enumerated().map { index, title in
      TextColumn(title, isRight: index > 0 && index < 5)
    }
    return TextTable(columns: columns, rows: rows).lines(width: nil)
  }
}

extension GroupStatistics {
  fileprivate var name: String {
    if let person { return person.description }
    let place = [element?.description, step].compactMap { $0 }.joined(separator: " · ")
    return "\(workflow?.description ?? ""): \(place)"
  }

  fileprivate var outputJSON: JSONObject {
    [
      "workflow": .optional(workflow), "element": .optional(element), "step": .text(step),
      "person": .optional(person), "answered": .number(answered), "open": .number(open),
      "overdue": .number(overdue), "late": .number(late),
      "slowest": .array(slowest.map { .object($0.outputJSON) }),
      "waiting": .object(waiting.outputJSON),
      "working": .object(working.outputJSON),
    ]
  }
}

extension DurationSummary {
  /// "median 2 h, 9 in 10 within 1 d, longest 3 d".
  fileprivate var words: String {
    guard let median, let p90, let longest else { return "–" }
    return "median \(median.rounded), 9 in 10 within \(p90.rounded), longest \(longest.rounded)"
  }

  fileprivate var outputJSON: JSONObject {
    let seconds = { (duration: Duration?) -> JSON in
      duration.map { .integer($0.wholeMicroseconds / 1_000_000) } ?? .null
    }
    return [
      "count": .number(count), "medianSeconds": seconds(median), "p90Seconds": seconds(p90),
      "longestSeconds": seconds(longest),
      "spread": .array(spread.map { .number($0) }),
    ]
  }
}

extension SlowAnswer {
  fileprivate var outputJSON: JSONObject {
    [
      "document": .text(document), "item": .text(item), "person": .text(person),
      "answeredAt": .time(answeredAt), "seconds": .integer(took.wholeMicroseconds / 1_000_000),
    ]
  }
}

extension Duration {
  /// In its largest whole unit: "2 d".
  fileprivate var rounded: String {
    Words.age(from: .distantPast, to: Timestamp.distantPast.advanced(by: self))
  }
}
