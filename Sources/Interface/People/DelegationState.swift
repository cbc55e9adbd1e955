// Whether a standing delegation is coming, in force, or over; and its words.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

enum DelegationState: String, Hashable, Sendable {
  case coming
  case inForce = "in force"
  case over

  init(_ row: DelegationRow, today: Day) {
    if let end = row.rule.end, end < today {
      self = .over
    } else if let start = row.rule.start, start > today {
      self = .coming
    } else {
      self = .inForce
    }
  }

  var style: Style {
    switch self {
    case .coming: .normal
    case .inForce: .good
    case .over: .dim
    }
  }
}

extension StandingDelegation.Scope {
  /// `everything`, `expense-report`, `workflow expense-approval`.
  var words: String {
    switch self {
    case .all: "everything"
    case .type(let type): type.rawValue
    case .workflow(let workflow): "workflow \(workflow)"
    }
  }
}

extension DelegationRow {
  static let filterFields = ["number", "state", "from", "to", "of", "since", "until", "by"]

  func filterRow(state: DelegationState) -> FilterRow {
    var fields: [String: FilterValue] = [
      "number": .text(number.map { "\($0)" } ?? ""), "state": .text(state.rawValue),
      "from": .text(fromName + " " + rule.from.rawValue),
      "to": .text(toName + " " + rule.to.rawValue), "of": .text(rule.scope.words),
      "by": .text(addedBy?.rawValue ?? "file"),
    ]
    fields["since"] = rule.start.map { .day($0) }
    fields["until"] = rule.end.map { .day($0) }
    return FilterRow(
      texts: [
        fromName, rule.from.rawValue, toName, rule.to.rawValue, rule.scope.words, state.rawValue,
      ], fields: fields)
  }
}
