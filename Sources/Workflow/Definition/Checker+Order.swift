// Checks what depends on the order in which elements run: whoever is asked as the previous approver,
// and automated elements that a restart would run again.

extension Checker {
  /// What may have run, in whole or in part, when an element starts for the first time.
  private struct Before {
    /// How many automated elements are remembered; a finding names each, and those are bounded, too.
    static let greatestAgainCount = 20

    /// Only who approves is a previous approver; who completes or chooses is not.
    var approves = false
    /// The automated elements that a restart would run again.
    var again: [Element] = []

    mutating func add(_ other: Before) {
      approves = approves || other.approves
      again += other.again.prefix(max(0, Self.greatestAgainCount - again.count))
    }

    mutating func add(contentsOf elements: [Element]) {
      for element in elements {
        if element.definition is ApprovalElement { approves = true }
        if (element.definition as? AutomatedElement)?.again == true,
          again.count < Self.greatestAgainCount
        {
          again.append(element)
        }
        for branch in element.definition.branches { add(contentsOf: branch.elements) }
      }
    }
  }

  mutating func checkOrder() { checkOrder(of: definition.elements, after: Before()) }

  private mutating func checkOrder(of elements: [Element], after before: Before) {
    var before = before
    for element in elements {
      checkPreviousApprover(of: element, before)
      checkRestart(of: element, before)
      checkOrder(inside: element, before)
      before.add(contentsOf: [element])
    }
  }

  private mutating func checkOrder(inside element: Element, _ before: Before) {
    let branches = element.definition.branches
    guard !branches.isEmpty else { return }
    var contents: [Before] = []
    for branch in branches {
      var inside = Before()
      inside.add(contentsOf: branch.elements)
      contents.append(inside)
    }
    for (index, branch) in branches.enumerated() {
      var known = before
      switch element.definition {
      // What is around it in a repeat may have run in the round before.
      case is RepeatElement: known.add(contents[index])
      case is ParallelElement:
        for (other, inside) in contents.enumerated() where other != index { known.add(inside) }
      default: break
      }
      checkOrder(of: branch.elements, after: known)
    }
  }

  private mutating func checkPreviousApprover(of element: Element, _ before: Before) {
    // Later steps of an approval come after its first one.
    guard !before.approves, let first = element.definition.assignments.first,
      first.provider is PreviousApproverProvider, first.fallback == nil
    else { return }
    report(
      at: first.location,
      "nobody can have approved before `\(element.path)`, so its previous approver is nobody",
      "Name somebody else, or add `fallback: { administrators: true }`")
  }

  private mutating func checkRestart(of element: Element, _ before: Before) {
    if element.restart == .workflow {
      for other in before.again {
        warn(
          at: other.location,
          "`\(other.path)` runs again when `\(element.path)` sends the document back and restarts "
            + "the workflow",
          "Remove `again: true`, or `restart: workflow` of `\(element.path)`")
      }
    }
    guard let rounds = element.definition as? RepeatElement else { return }
    var inside = Before()
    inside.add(contentsOf: rounds.elements)
    for other in inside.again {
      warn(
        at: other.location,
        "`\(other.path)` runs again in every round of `\(element.path)`, at most \(rounds.atMost) "
          + "times",
        "Remove `again: true`, or move it out of the repeat")
    }
  }
}

extension ElementDefinition {
  /// Who is asked, in the order of the file; empty for an element without people.
  fileprivate var assignments: [Assignment] {
    switch self {
    case let approval as ApprovalElement: approval.steps.map(\.assignment)
    case let task as TaskElement: [task.assignment]
    case let choice as ChoiceElement: [choice.assignment]
    default: []
    }
  }
}
