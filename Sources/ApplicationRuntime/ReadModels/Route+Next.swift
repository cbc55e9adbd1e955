// What comes after where an instance is, as its document stands now.

import Workflow
import WorkflowRuntime

extension Route {
  /// The names of what comes: what runs again first, the steps that are left of current approvals,
  /// and the elements behind that were not reached. What a condition leaves out now is not told.
  var next: [String] {
    guard isOpen, problem == nil else { return [] }
    let again = (state?.toRunFirst ?? []).dropFirst().map { "\($0.name) again" }
    return again + coming(in: definition.elements)
  }

  /// What comes of a sequence in which something runs, or nothing was reached yet.
  private func coming(in elements: [Element]) -> [String] {
    var names: [String] = []
    for element in elements {
      switch state?.elements[element.path] {
      case nil: names += expected(element)
      case let reached? where reached.phase != .ended: names += rest(of: element, reached)
      default: continue
      }
    }
    return names
  }

  /// What an element that was not reached stands for.
  private func expected(_ element: Element) -> [String] {
    switch element.definition {
    case let decision as DecisionElement:
      guard let holds = holds(decision.condition) else { return [element.name] }
      let branch = holds ? decision.yes : decision.no
      return branch.flatMap(expected)
    case let parallel as ParallelElement:
      return parallel.branches.flatMap { $0.elements.flatMap(expected) }
    case let repetition as RepeatElement:
      guard holds(repetition.condition) ?? true else { return [] }
      return repetition.elements.flatMap(expected)
    default: return [element.name]
    }
  }

  /// What is left of an element that is at work.
  private func rest(of element: Element, _ reached: ElementState) -> [String] {
    switch element.definition {
    case let approval as ApprovalElement:
      guard let step = reached.rounds.last?.step,
        let index = approval.steps.firstIndex(where: { $0.name == step })
      else { return [] }
      return approval.steps.dropFirst(index + 1)
        .filter { $0.when.map { holds($0) ?? true } ?? true }.map { "\($0.name) step" }
    case let parallel as ParallelElement:
      return parallel.branches.filter { !reached.endedBranches.contains($0.name) }
        .flatMap { coming(in: $0.elements) }
    default:
      // Of a decision, a choice or a repetition only the branch that was begun goes on.
      return element.definition.branches.filter { branch in
        branch.elements.contains { state?.elements[$0.path].map { $0.phase != .ended } ?? false }
      }.flatMap { coming(in: $0.elements) }
    }
  }

  /// Whether a condition holds as the document stands; nil when it cannot be told.
  private func holds(_ condition: Expression) -> Bool? {
    try? condition.holds(in: lookup.scope) { try lookup.field($0) }
  }
}
