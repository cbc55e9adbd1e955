// Finds what no instance can ever reach, as far as that can be proved (SPEC 3).
//
// Unreachable is: the branch of a decision, the elements of a repeat, a step, a route or the
// `otherwise` of lines, whose condition is proved to never hold; the steps or people behind an
// automatic action that always acts; and whatever follows an element that never goes forward:
// one that always sends the document back, or all of whose branches hold such an element.

extension Checker {
  mutating func checkReachability() {
    if let activation = definition.activation, activation.neverHolds {
      report(
        at: activation.location() ?? definition.location(of: "activation"),
        "the activation condition never holds, so the workflow is never chosen",
        "Mend the condition, or remove `activation`")
    }
    if let last = checkReachability(of: definition.elements),
      last.path == definition.elements.last?.path
    {
      report(
        at: last.location,
        "`\(last.path)` \(Self.reason(last)), so the workflow never completes",
        "Let it go forward in some case")
    }
  }

  /// Looks through a sequence and says which of its elements never goes forward, the first of them.
  private mutating func checkReachability(of elements: [Element]) -> Element? {
    var barrier: Element?
    for (index, element) in elements.enumerated() {
      guard neverGoesForward(element), barrier == nil else { continue }
      barrier = element
      guard index + 1 < elements.count else { continue }
      let next = elements[index + 1]
      report(
        at: next.location,
        "`\(next.path)` is never reached: `\(element.path)` before it \(Self.reason(element))",
        "Let `\(element.name)` go forward in some case, or remove what follows it")
    }
    return barrier
  }

  /// Reports what is never reached in an element; says whether no instance gets past it.
  private mutating func neverGoesForward(_ element: Element) -> Bool {
    let isBarred = element.definition.branches.map { checkReachability(of: $0.elements) != nil }
    switch element.definition {
    case let approval as ApprovalElement:
      for step in approval.steps { check(step, of: element) }
      return check(approval.automatic, element, asked: "step")
    case let task as TaskElement: return check(task.automatic, element, asked: "person")
    case is ChoiceElement: return isBarred.allSatisfy(\.self)
    case let decision as DecisionElement:
      let (always, never) = check(decision, element)
      return (isBarred[0] || never) && (isBarred[1] || always)
    case let rounds as RepeatElement:
      check(rounds, element)
      return isBarred[0] && rounds.condition.alwaysHolds
    case let lines as LinesElement: check(lines)
    case let parallel as ParallelElement:
      check(parallel)
      return isBarred.count { !$0 } < parallel.needed
    default: break
    }
    return false
  }

  private static func reason(_ element: Element) -> String {
    element.definition.branches.isEmpty
      ? "always sends the document back" : "never goes forward in any of its branches"
  }

  /// Reports an automatic action that always or never acts; says whether it always sends back.
  private mutating func check(
    _ automatic: AutomaticAction?, _ element: Element, asked: String
  ) -> Bool {
    guard let automatic else { return false }
    let location = automatic.when.location() ?? element.location
    if automatic.when.alwaysHolds {
      report(
        at: location,
        "the automatic action of `\(element.path)` always acts, so no \(asked) is ever reached",
        "Mend the condition `\(automatic.when)`")
      return automatic.answer == .reject || automatic.answer == .requestChange
    }
    if automatic.when.neverHolds {
      report(
        at: location, "the automatic action of `\(element.path)` never acts",
        "Mend the condition `\(automatic.when)`, or remove `automatic`")
    }
    return false
  }

  private mutating func check(_ step: ApprovalStep, of element: Element) {
    guard let when = step.when, when.neverHolds else { return }
    report(
      at: when.location() ?? step.location,
      "the step `\(step.name)` of `\(element.path)` is never reached: `\(when)` never holds",
      "Mend the condition, or remove the step")
  }

  private mutating func check(
    _ decision: DecisionElement, _ element: Element
  ) -> (always: Bool, never: Bool) {
    let condition = decision.condition
    let (always, never) = (condition.alwaysHolds, condition.neverHolds)
    guard always || never else { return (false, false) }
    let word = always ? "always" : "never"
    if let first = (always ? decision.no : decision.yes).first {
      report(
        at: first.location,
        "`\(first.path)` is never reached: the condition of `\(element.path)` \(word) holds",
        "Mend the condition `\(condition)`, or remove the branch")
    } else {
      warn(
        at: condition.location() ?? element.location,
        "the condition of `\(element.path)` \(word) holds, so it decides nothing",
        "Name a field of the document in it, or remove the decision")
    }
    return (always, never)
  }

  private mutating func check(_ rounds: RepeatElement, _ element: Element) {
    guard rounds.condition.neverHolds, let first = rounds.elements.first else { return }
    report(
      at: first.location,
      "`\(first.path)` is never reached: `while` of `\(element.path)` never holds",
      "Mend the condition `\(rounds.condition)`, or remove the element")
  }

  private mutating func check(_ lines: LinesElement) {
    var others = ConditionProof()
    for route in lines.routes {
      var proof = others
      proof.add(route.when)
      if proof.isImpossible {
        let reason =
          route.when.neverHolds
          ? "its condition never holds" : "a route before it takes those lines"
        report(
          at: route.when.location() ?? route.location,
          "the route to `\(route.workflow)` is never taken: \(reason)",
          "Mend the condition `\(route.when)`, move the route up, or remove it")
      }
      others.add(route.when, holds: false)
    }
    guard let otherwise = lines.otherwise, others.isImpossible else { return }
    report(
      at: lines.otherwiseLocation,
      "`otherwise: \(otherwise)` is never reached: the routes take every line",
      "Mend the conditions, or remove it")
  }

  private mutating func check(_ parallel: ParallelElement) {
    guard case .count(let count) = parallel.join, count < parallel.branches.count else { return }
    let empty = parallel.branches.filter(\.elements.isEmpty)
    guard empty.count >= count,
      let first = parallel.branches.first(where: { !$0.elements.isEmpty })?.elements.first
    else { return }
    report(
      at: first.location,
      "`\(first.path)` is canceled at once: the empty branch `\(empty[0].name)` is enough for "
        + "`join: \(count)`",
      "Remove the empty branch, or write `join: all`")
  }
}
