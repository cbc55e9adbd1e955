// A simulated run as it is written.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct SimulationObject: OutputObject {
  static let object = "simulation"

  let report: SimulationReport

  init(_ report: SimulationReport) { self.report = report }

  var json: JSONObject {
    [
      "workflow": .text(report.workflow),
      "workflowVersion": report.version.map { .number($0) } ?? .null,
      "document": .optional(report.documentID), "title": .string(report.document),
      "completed": .bool(report.isCompleted),
      "ending": .string(report.ending), "entries": .array(report.entries.map(Self.json)),
      "messages": .array(report.findings.map(\.outputJSON)),
      "unusedAnswers": .texts(report.unusedAnswers),
    ]
  }

  private static func json(_ entry: SimulationReport.Entry) -> JSON {
    [
      "at": .time(entry.at), "line": entry.line.map { .number($0) } ?? .null,
      "element": .optional(entry.element), "step": .text(entry.step),
      "event": .string(entry.event?.rawValue ?? "asked"), "words": .string(entry.words),
      "values": .values(entry.values),
      "people": .texts(entry.people), "dueAt": .time(entry.dueAt),
      "answer": .text(entry.answer), "ifUnanswered": .array(entry.ifUnanswered.map(json)),
    ]
  }

  var lines: [String] {
    let version = report.version.map { " version \($0)" } ?? ", not saved"
    var result = ["\(report.document) through \(report.workflow)\(version)"]
    result += report.findings.filter { $0.severity == .error }
      .map { "  before it can be submitted: \($0.sentence)" }
    var place: String?
    for entry in report.entries where !Self.isPlain(entry) {
      let here = Self.place(of: entry)
      if here != place, !here.isEmpty { result.append(here) }
      place = here
      result.append("  " + words(entry))
      result += entry.ifUnanswered.map { "    unanswered: " + words($0, isTimed: true) }
    }
    result += report.unusedAnswers.map { "“\($0)” was not asked" }
    return result + [report.ending.prefix(1).uppercased() + report.ending.dropFirst() + "."]
  }

  /// Whether words leave it out, for the heading says it.
  private static func isPlain(_ entry: SimulationReport.Entry) -> Bool {
    entry.event == .elementStarted || entry.event == .stepStarted
  }

  /// "line 2 · management · board".
  private static func place(of entry: SimulationReport.Entry) -> String {
    [entry.line.map { "line \($0)" }, entry.element?.description, entry.step]
      .compactMap { $0 }.joined(separator: " · ")
  }

  private func words(_ entry: SimulationReport.Entry, isTimed: Bool = false) -> String {
    let values = entry.values.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    var words = isTimed ? "\(Words.time(entry.at)) \(entry.words)" : entry.words
    if !values.isEmpty { words += " (\(values))" }
    if let due = entry.dueAt { words += ", due \(Words.time(due))" }
    if let answer = entry.answer { words += " → \(answer)" }
    return words
  }
}
