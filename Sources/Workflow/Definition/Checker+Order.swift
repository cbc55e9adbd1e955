// Checks what depends on the order in which elements run: whoever is asked as the previous approver,
// and automated elements that a restart would run again.

extension Checker {
  mutating func checkOrder() {
    for element in definition.allElements {
      let before = definition.elementsThatMayHaveRun(before: element.path)
      checkPreviousApprover(of: element, before)
      checkRestart(of: element, before)
    }
  }

  private mutating func checkPreviousApprover(of element: Element, _ before: [Element]) {
    guard !before.contains(where: \.definition.asksPeople) else { return }
    // Later steps of an approval come after its first one, which is asked every time or not.
    let first = element.definition.assignments.first
    guard let first, first.provider is PreviousApproverProvider, first.fallback == nil else {
      return
    }
    report(
      at: first.location,
      "nobody can have approved before `\(element.path)`, so its previous approver is nobody",
      "Name somebody else, or add `fallback: { administrators: true }`")
  }

  private mutating func checkRestart(of element: Element, _ before: [Element]) {
    if element.restart == .workflow {
      for other in before where other.runsAgain {
        warn(
          at: other.location,
          "`\(other.path)` runs again when `\(element.path)` sends the document back and restarts "
            + "the workflow",
          "Remove `again: true`, or `restart: workflow` of `\(element.path)`")
      }
    }
    guard let rounds = element.definition as? RepeatElement else { return }
    for other in rounds.elements.flatMap(\.withDescendants) where other.runsAgain {
      warn(
        at: other.location,
        "`\(other.path)` runs again in every round of `\(element.path)`, at most \(rounds.atMost) "
          + "times",
        "Remove `again: true`, or move it out of the repeat")
    }
  }
}

extension Element {
  fileprivate var runsAgain: Bool { (definition as? AutomatedElement)?.again ?? false }
}

extension ElementDefinition {
  fileprivate var asksPeople: Bool { !assignments.isEmpty }

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

extension WorkflowDefinition {
  /// The elements that may have run, in whole or in part, when the one at a path starts for the
  /// first time.
  func elementsThatMayHaveRun(before path: ElementPath) -> [Element] {
    var result: [Element] = []
    var sequence = elements
    var rest = path.components[...]
    while let name = rest.popFirst(), let index = sequence.firstIndex(where: { $0.name == name }) {
      result += sequence[..<index].flatMap(\.withDescendants)
      guard let branch = rest.popFirst() else { break }
      let container = sequence[index]
      result.append(container)
      let branches = container.definition.branches
      switch container.definition {
      // What is around it in a repeat may have run in the round before.
      case is RepeatElement: result += branches.flatMap { $0.elements.flatMap(\.withDescendants) }
      case is ParallelElement:
        result += branches.filter { $0.name != branch }
          .flatMap { $0.elements.flatMap(\.withDescendants) }
      default: break
      }
      sequence = branches.first { $0.name == branch }?.elements ?? []
    }
    return result
  }
}
