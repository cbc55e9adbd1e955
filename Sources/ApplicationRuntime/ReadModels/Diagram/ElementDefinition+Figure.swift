// What each kind of element looks like in a drawing. A kind that is not named here is a box with
// its branches, so that a new one is drawn without an entry.

import Workflow

extension ElementDefinition {
  var shape: FigureNode.Shape {
    switch self {
    case is ApprovalElement: .approval
    case is ParallelElement: .fork
    case is RepeatElement: .loop
    case is LinesElement, is SubworkflowElement: .stack
    default: branches.isEmpty ? .box : .question
    }
  }

  /// What is written below the name.
  var captions: [String] {
    switch self {
    case let task as TaskElement:
      [task.assignment.provider.description]
        + (task.outcomes.isEmpty ? [] : [task.outcomes.map(\.name).joined(separator: " / ")])
    case let choice as ChoiceElement: [choice.assignment.provider.description]
    case let decision as DecisionElement: ["\(decision.condition.source)?"]
    case let automated as AutomatedElement: ["runs \(automated.run)"]
    case let repetition as RepeatElement:
      ["while \(repetition.condition.source)", "at most \(repetition.atMost) times"]
    case let parallel as ParallelElement:
      [parallel.join == .all ? "all" : "\(parallel.needed) of \(parallel.branches.count)"]
    case let lines as LinesElement:
      lines.routes.map { "\($0.when.source): \($0.workflow)" }
        + [lines.otherwise.map { lines.routes.isEmpty ? "each: \($0)" : "else: \($0)" }]
        .compactMap { $0 }
    case let child as SubworkflowElement:
      ["\(child.workflow) on \(child.document)"] + (child.waits ? [] : ["is not waited for"])
    default: []
    }
  }

  /// The branches in the order in which they are drawn, with what ends them early.
  var drawnBranches: [(branch: ElementBranch, ending: String?)] {
    switch self {
    case let decision as DecisionElement:
      // What goes on at once stands at the left, beside the way that does more.
      return decision.branches.reversed().map { ($0, nil) }
    case is RepeatElement:
      let on = branches.map { (ElementBranch(name: "yes", elements: $0.elements), nil as String?) }
      return [(ElementBranch(name: "no", elements: []), nil)] + on
    case let choice as ChoiceElement:
      return choice.outcomes.map {
        (ElementBranch(name: $0.name, elements: $0.elements), $0.answer.ending)
      }
    default: return branches.map { ($0, nil) }
    }
  }
}

extension AnswerKind {
  /// Where an outcome leads that does not go forward.
  fileprivate var ending: String? {
    switch self {
    case .approve, .complete: nil
    case .reject: "sent back"
    case .requestChange: "change requested"
    case .deny: "denied"
    }
  }
}
