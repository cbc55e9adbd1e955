// The steps of an approval: which comes next, who is asked in it, and who approves finally.

import Workflow

extension ApprovalElement {
  /// Starts the first step, from this one on, whose condition holds and that has somebody left to
  /// ask; none ends the element.
  func startStep(
    from index: Int, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    for step in steps.dropFirst(index) where try begins(step, element, &turn) { return }
    let path = element.path
    let rounds = turn.state.elements[path]?.rounds ?? []
    let place = Place(path, step: nil)
    guard let person = try turn.finalApprover(finalApprover, after: rounds, of: place) else {
      return turn.end(path, .completed)
    }
    let question = Question(
      kind: .approval, step: nil, subject: element.subject, usualSubject: element.name,
      instructions: element.instructions, allow: allow, deadline: .none)
    try turn.ask(Assignees(people: [person]), question, of: path, isFinal: true)
  }

  private func begins(
    _ step: ApprovalStep, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) -> Bool {
    let path = element.path
    if let condition = step.when, try !turn.holds(condition, element: path, step: step.name) {
      turn.record(.stepSkipped, element: path, step: step.name)
      return false
    }
    let place = Place(path, step: step.name)
    var assignees = try turn.assignees(of: step.assignment, at: place)
    if skipsApproved {
      let approvers = turn.state.elements[path]?.rounds.approvers ?? []
      for person in assignees.people where approvers.contains(person) {
        turn.passOver(person, "has approved already", at: place)
      }
      assignees.people.removeAll(where: approvers.contains)
      if assignees.people.isEmpty {
        turn.record(
          .stepSkipped, element: path, step: step.name, detail: "everybody has approved already")
        return false
      }
    }
    turn.record(.stepStarted, element: path, step: step.name, detail: step.words)
    try turn.ask(assignees, question(of: step, element), of: path)
    return true
  }

  func question(of step: ApprovalStep, _ element: Element) -> Question {
    Question(
      kind: .approval, step: step.name, subject: step.subject ?? element.subject,
      usualSubject: "\(element.name), \(step.name)",
      instructions: step.instructions ?? element.instructions, allow: allow,
      deadline: step.deadline)
  }
}

extension ApprovalStep {
  /// Its policy in words.
  fileprivate var words: String {
    tally == .votes ? "\(policy.description), votes" : policy.description
  }
}
