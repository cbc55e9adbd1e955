// What comes after where an instance is, as its document stands now.

import Workflow
import WorkflowRuntime

extension Route {
  /// The names of what comes: what runs again first, the steps that are left of current approvals,
  /// and the elements behind that were not reached. What a condition leaves out now is not told.
  var next: [String] { next(together: false) }

  /// - Parameter together: tells the branches of a parallel as one: "budget and tax, together".
  func next(together: Bool) -> [String] {
    guard isOpen, problem == nil else { return [] }
    let first = state?.toRunFirst ?? []
    let again = first.filter { state?.elements[$0]?.phase == .ended } + (state?.toRestart ?? [])
    return again.uniqued().map { "\($0.name) again" }
      + coming(in: definition.elements, together)
  }

  /// What comes of a sequence in which something runs, or nothing was reached yet. What lies before
  /// that and was never reached is of another version, and does not run any more.
  private func coming(in elements: [Element], _ together: Bool) -> [String] {
    let position = elements.lastIndex(where: isPosition) ?? -1
    var names: [String] = []
    for (index, element) in elements.enumerated() {
      if let reached = state?.elements[element.path], reached.phase != .ended {
        names += rest(of: element, reached, together)
      } else if index > position {
        names += expected(element, together)
      }
    }
    return names
  }

  /// Whether the run stands at this element, or comes back to it or into it.
  private func isPosition(_ element: Element) -> Bool {
    guard let state else { return false }
    if let reached = state.elements[element.path], reached.phase != .ended { return true }
    return (state.toRunFirst + state.toRestart).contains {
      "\($0)/".hasPrefix("\(element.path)/")
    }
  }

  /// What an element that was not reached stands for.
  private func expected(_ element: Element, _ together: Bool) -> [String] {
    guard isToCome(element.path) else { return [] }
    switch element.definition {
    case let decision as DecisionElement:
      guard let holds = holds(decision.condition) else { return [element.name] }
      let branch = holds ? decision.yes : decision.no
      return branch.flatMap { expected($0, together) }
    case let parallel as ParallelElement:
      let branches = parallel.branches.map { branch in
        branch.elements.flatMap { expected($0, together) }
      }.filter { !$0.isEmpty }
      guard together, branches.count > 1 else { return branches.flatMap { $0 } }
      let names = branches.map { $0.joined(separator: " · ") }
      return [names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1]), together"]
    case let repetition as RepeatElement:
      guard holds(repetition.condition) ?? true else { return [] }
      return repetition.elements.flatMap { expected($0, together) }
    default: return [element.name]
    }
  }

  /// What is left of an element that is at work.
  private func rest(
    of element: Element, _ reached: ElementState, _ together: Bool
  ) -> [String] {
    switch element.definition {
    case let approval as ApprovalElement:
      guard let step = reached.rounds.last?.step,
        let index = approval.steps.firstIndex(where: { $0.name == step })
      else { return [] }
      return approval.steps.dropFirst(index + 1)
        .filter { $0.when.map { holds($0) ?? true } ?? true }.map { "\($0.name) step" }
    case let parallel as ParallelElement:
      return parallel.branches.filter { !reached.endedBranches.contains($0.name) }
        .flatMap { coming(in: $0.elements, together) }
    default:
      // Of a decision, a choice or a repetition only the branch that was begun goes on.
      return element.definition.branches.filter { branch in
        branch.elements.contains { state?.elements[$0.path].map { $0.phase != .ended } ?? false }
      }.flatMap { coming(in: $0.elements, together) }
    }
  }

  /// Whether a condition holds as the document stands; nil when it cannot be told.
  private func holds(_ condition: Expression) -> Bool? {
    try? condition.holds(in: lookup.scope) { try lookup.field($0) }
  }
}
