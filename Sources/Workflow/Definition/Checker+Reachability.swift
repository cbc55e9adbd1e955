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
    checkReachability(of: definition.elements)
    if let last = definition.elements.last, last.neverGoesForward {
      report(
        at: last.location,
        "`\(last.path)` \(Self.reason(last)), so the workflow never completes",
        "Let it go forward in some case")
    }
  }

  private mutating func checkReachability(of elements: [Element]) {
    for (element, next) in zip(elements, elements.dropFirst()) where element.neverGoesForward {
      report(
        at: next.location,
        "`\(next.path)` is never reached: `\(element.path)` before it \(Self.reason(element))",
        "Let `\(element.name)` go forward in some case, or remove what follows it")
      break
    }
    for element in elements {
      switch element.definition {
      case let approval as ApprovalElement:
        check(approval.automatic, element, asked: "step")
        for step in approval.steps { check(step, of: element) }
      case let task as TaskElement: check(task.automatic, element, asked: "person")
      case let decision as DecisionElement: check(decision, element)
      case let rounds as RepeatElement: check(rounds, element)
      case let lines as LinesElement: check(lines)
      case let parallel as ParallelElement: check(parallel)
      default: break
      }
      for branch in element.definition.branches { checkReachability(of: branch.elements) }
    }
  }

  private static func reason(_ element: Element) -> String {
    element.definition.branches.isEmpty
      ? "always sends the document back" : "never goes forward in any of its branches"
  }

  private mutating func check(_ automatic: AutomaticAction?, _ element: Element, asked: String) {
    guard let automatic else { return }
    let location = automatic.when.location() ?? element.location
    if automatic.when.alwaysHolds {
      report(
        at: location,
        "the automatic action of `\(element.path)` always acts, so no \(asked) is ever reached",
        "Mend the condition `\(automatic.when)`")
    } else if automatic.when.neverHolds {
      report(
        at: location, "the automatic action of `\(element.path)` never acts",
        "Mend the condition `\(automatic.when)`, or remove `automatic`")
    }
  }

  private mutating func check(_ step: ApprovalStep, of element: Element) {
    guard let when = step.when, when.neverHolds else { return }
    report(
      at: when.location() ?? step.location,
      "the step `\(step.name)` of `\(element.path)` is never reached: `\(when)` never holds",
      "Mend the condition, or remove the step")
  }

  private mutating func check(_ decision: DecisionElement, _ element: Element) {
    let condition = decision.condition
    let always = condition.alwaysHolds
    guard always || condition.neverHolds else { return }
    let location = condition.location() ?? element.location
    let word = always ? "always" : "never"
    if let first = (always ? decision.no : decision.yes).first {
      report(
        at: first.location,
        "`\(first.path)` is never reached: the condition of `\(element.path)` \(word) holds",
        "Mend the condition `\(condition)`, or remove the branch")
    } else {
      warn(
        at: location, "the condition of `\(element.path)` \(word) holds, so it decides nothing",
        "Name a field of the document in it, or remove the decision")
    }
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
        let isItself = route.when.neverHolds
        report(
          at: route.when.location() ?? route.location,
          "the route to `\(route.workflow)` is never taken: "
            + (isItself ? "its condition never holds" : "a route before it takes those lines"),
          "Mend the condition `\(route.when)`, move the route up, or remove it")
      }
      others.add(route.when, holds: false)
    }
    if let otherwise = lines.otherwise, others.isImpossible {
      report(
        at: lines.otherwiseLocation,
        "`otherwise: \(otherwise)` is never reached: the routes take every line",
        "Mend the conditions, or remove it")
    }
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

extension Element {
  /// Whether no instance ever gets past this element.
  var neverGoesForward: Bool {
    switch definition {
    case let approval as ApprovalElement: Self.alwaysSendsBack(approval.automatic)
    case let task as TaskElement: Self.alwaysSendsBack(task.automatic)
    case let choice as ChoiceElement: choice.branches.allSatisfy(\.neverGoesForward)
    case let decision as DecisionElement:
      zip(decision.branches, [decision.condition.neverHolds, decision.condition.alwaysHolds])
        .allSatisfy { $0.neverGoesForward || $1 }
    case let parallel as ParallelElement:
      parallel.branches.count { !$0.neverGoesForward } < parallel.needed
    case let rounds as RepeatElement:
      rounds.condition.alwaysHolds && rounds.branches.allSatisfy(\.neverGoesForward)
    default: false
    }
  }

  private static func alwaysSendsBack(_ automatic: AutomaticAction?) -> Bool {
    guard let automatic, automatic.answer == .reject || automatic.answer == .requestChange else {
      return false
    }
    return automatic.when.alwaysHolds
  }
}

extension ElementBranch {
  fileprivate var neverGoesForward: Bool { elements.contains { $0.neverGoesForward } }
}
