// Compares what the engine did with a replayed log with what the log says.

import ApplicationRuntime
import Foundation
import SQLiteStore
import Workflow
import WorkflowRuntime

/// The cases that ran as they did, and the others by the kind of their difference.
struct ReplayComparison {
  private let plans: [TravelReplay.Plan]
  /// For each case, the first thing that is not as in the log.
  private var differences: [Int: String] = [:]
  private var refusals: [String: Int] = [:]
  /// The events that the engine accepted, in the order of the lines.
  private var expected: [[ExpectedEvent]]

  private static let compared: Set<HistoryEvent> = [
    .created, .submitted, .resubmitted, .approved, .rejected, .recalled, .canceledByAdministrator,
    .completed,
  ]

  private static let answers: Set<HistoryEvent> = [.approved, .rejected, .completed]

  /// The first event that the history tells otherwise than the log.
  private static func difference(_ recorded: [ExpectedEvent], _ expected: [ExpectedEvent]) -> String
  {
    for (one, other) in zip(recorded, expected) where one != other {
      return
        "\(other.event) \(other.place ?? "") is in the history as \(one.event) \(one.place ?? "")"
    }
    return "the history has \(recorded.count) events, the log \(expected.count)"
  }

  init(plans: [TravelReplay.Plan], lines: [ReplayLine], answers: [String]) {
    self.plans = plans
    expected = plans.map { _ in [] }
    for (index, plan) in plans.enumerated() where !plan.fits {
      differences[index] = "has an event that the process does not know"
    }
    for (number, (line, answer)) in zip(lines, answers).enumerated() {
      let json = (try? JSON(parsing: answer)) ?? .null
      let isInPlace = json["line"] == .integer(Int64(number + 1))
      if json["ok"] == true, isInPlace {
        if let event = line.event { expected[line.caseIndex].append(event) }
        continue
      }
      let error = json["error"]
      let action = line.json["do"]?.string ?? ""
      var reason = error?["message"]?.string ?? answer
      reason = reason.replacing(plans[line.caseIndex].document, with: "It")
      refusals["\(action): \(error?["code"]?.string ?? "?"): \(reason)", default: 0] += 1
      if differences[line.caseIndex] == nil { differences[line.caseIndex] = "refused: \(action)" }
    }
  }

  /// Reads each document and its history from the store.
  mutating func compare(withStoreAt path: String) throws {
    let store = try SQLiteStore.open(at: path, readOnly: true)
    defer { try? store.close() }
    for (index, plan) in plans.enumerated() {
      let id = DocumentID(plan.document)
      let (document, history) = try store.read { reading in
        (
          try reading.document(id),
          try reading.history(HistoryQuery(.document(id), limit: 5_000))
        )
      }
      let recorded = history.map(\.entry).filter { Self.compared.contains($0.event) }.map {
        ExpectedEvent(
          event: $0.event.rawValue, person: $0.actor?.person.rawValue ?? "", at: $0.at,
          place: Self.answers.contains($0.event) ? $0.step ?? $0.element?.name : nil)
      }
      // Also where an event was refused, the others stand as they were answered.
      if recorded != expected[index], differences[index] == nil {
        differences[index] = Self.difference(recorded, expected[index])
      }
      if differences[index] == nil, document?.status.rawValue != plan.endStatus {
        differences[index] =
          "ends as \(document?.status.rawValue ?? "nothing") instead of \(plan.endStatus)"
      }
    }
  }

  var fitting: Int { plans.count - differences.count }

  func summary(lines: Int, seconds: Double) -> String {
    let share = Double(fitting) * 100 / Double(max(1, plans.count))
    var text =
      "travel log: \(fitting) of \(plans.count) cases as they were (\(Self.short(share)) %); "
      + "\(lines) lines in \(Self.short(seconds)) s, \(Int(Double(lines) / seconds)) a second"
    let kinds = Dictionary(grouping: differences.values) { $0 }.mapValues(\.count)
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
      text += "\n  \(count) cases: \(kind)"
    }
    for (kind, count) in refusals.sorted(by: { $0.key < $1.key }) {
      text += "\n  \(count) lines refused: \(kind)"
    }
    return text
  }

  private static func short(_ number: Double) -> String { String(format: "%.2f", number) }
}
