// What an instance adds to the drawing of its workflow.

import Workflow
import WorkflowRuntime

/// How far an instance is, beside its version.
struct FigureMarks {
  let route: Route
  let openItems: [WorkItem]
  let organization: Organization

  func mark(of element: Element) -> OutlineElement.Mark { route.mark(of: element) }

  /// Who did an element and how long it took, or how many of its children are done; what an
  /// approval's steps say is not said again.
  func note(on element: Element) -> String? {
    let reached = route.state?.elements[element.path]
    let isAnswered = element.definition is ApprovalElement
    if reached?.phase == .sentBack {
      return reached?.sentBackTo.map { "with \(organization.name(of: $0))" } ?? "sent back"
    }
    if let repetition = element.definition as? RepeatElement, let round = reached?.iteration,
      round > 0
    {
      return "round \(round) of \(repetition.atMost)"
    }
    return isAnswered ? nil : route.note(on: element, openItems, organization)
  }

  /// Whether the instance is in a branch, went through it, or passed it by.
  func mark(of branch: ElementBranch, in element: Element) -> OutlineElement.Mark {
    let reached = route.state?.elements[element.path]
    let marks = branch.elements.map(mark(of:))
    if marks.contains(.sentBack) { return .sentBack }
    if marks.contains(.here) { return .here }
    if marks.contains(.done) { return .done }
    guard let reached else { return mark(of: element) }
    if reached.phase == .ended, reached.outcome == .canceled { return .skipped }
    switch element.definition {
    case is ParallelElement:
      if reached.endedBranches.contains(branch.name) { return .done }
      return reached.phase == .ended ? .skipped : .toCome
    case let choice as ChoiceElement:
      guard let chosen = reached.rounds.last?.answers.last?.choice,
        choice.outcomes.contains(where: { $0.name == chosen })
      else { return reached.phase == .ended ? .skipped : .toCome }
      return chosen == branch.name ? .done : .skipped
    case is RepeatElement where branch.elements.isEmpty:
      return reached.phase == .ended ? .done : .toCome
    default:
      let isElsewhere = element.definition.branches.contains { other in
        other.elements.contains { route.state?.elements[$0.path] != nil }
      }
      if isElsewhere { return .skipped }
      guard reached.phase == .ended else { return .toCome }
      return branch.elements.isEmpty ? .done : .skipped
    }
  }

  /// What is known of a step: those who answered and those who are waited for.
  func step(_ step: ApprovalStep, of element: Element, _ outline: OutlineStep) -> FigureStep {
    let reached = route.state?.elements[element.path]
    guard let round = reached?.rounds.last(where: { $0.step == step.name }) else {
      let parts = outline.mark == .toCome ? step.expectation : []
      return FigureStep(name: step.name, mark: outline.mark, parts: parts)
    }
    var parts = round.answers.map { answer in
      let sign = [.approve, .complete].contains(answer.outcome) ? "✓" : "✗"
      return sign + organization.name(of: answer.actor.person)
    }
    let waiting = openItems.filter { $0.element == element.path && $0.step == step.name }
    parts += waiting.flatMap(\.visibleTo).uniqued().map { "●" + organization.name(of: $0) }
    let approvals = round.answers.filter { $0.outcome == .approve }.count
    let needed = step.policy.needed(of: round.people.count)
    if round.people.count > 1, !(step.policy is SinglePolicy) {
      parts.append("\(approvals)/\(needed)")
    }
    if round.isDecided, let last = round.answers.map(\.givenAt).max() {
      parts.append(last.duration(since: round.startedAt).shortWords)
    }
    return FigureStep(name: step.name, mark: outline.mark, parts: parts)
  }
}

extension ApprovalStep {
  /// Who will be asked, when, and how many answers decide.
  var expectation: [String] {
    var parts = [assignment.provider.description]
    if !(policy is SinglePolicy) { parts.append(policy.description) }
    if let when { parts.append("if \(when.source)") }
    return parts
  }
}
