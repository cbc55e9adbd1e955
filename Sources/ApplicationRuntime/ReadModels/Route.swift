// The way of an instance through its version: what is done, where it is, what comes.

import Workflow
import WorkflowRuntime

/// The elements of an instance's version beside its state.
struct Route {
  let definition: WorkflowDefinition
  let state: InstanceState?
  let isOpen: Bool
  /// Why the saved state cannot be read; nil when it can. The way is shown without it.
  let problem: String?
  let lookup: DocumentLookup

  /// Nil without an instance.
  init?(
    _ instance: StoredInstance?, of document: StoredDocument, parts: EngineParts,
    organization: Organization, _ reading: any StoreReading
  ) throws {
    guard let instance else { return nil }
    lookup = DocumentLookup(
      document: document, line: instance.line, type: try parts.type(document.type),
      organization: organization, today: parts.today(in: organization), reading)
    isOpen = instance.status.isOpen
    guard
      try isOpen || reading.workflowVersion(instance.workflow, instance.version) != nil
    else {
      // The version of a run that has ended may be deleted.
      definition = WorkflowDefinition(
        id: instance.workflow, title: "", type: instance.documentType, elements: [])
      state = nil
      problem = "\(instance.workflow) version \(instance.version) was deleted"
      return
    }
    definition = try parts.sources.definition(
      of: instance.workflow, version: instance.version, reading)
    do {
      state = try instance.state.map { try InstanceState(stored: try JSON(parsing: $0)) }
      problem = nil
    } catch {
      state = nil
      problem = "its saved state cannot be read: \(error)"
    }
  }

  /// Every element with its mark, nested ones behind their parent.
  func outline(openItems: [WorkItem], organization: Organization) -> [OutlineElement] {
    var rows: [OutlineElement] = []
    func add(_ elements: [Element], depth: Int) {
      for element in elements {
        rows.append(
          OutlineElement(
            path: element.path, name: element.name,
            kind: Swift.type(of: element.definition).keyword, depth: depth,
            mark: mark(of: element), note: note(on: element, openItems, organization),
            steps: steps(of: element, openItems, organization)))
        for branch in element.definition.branches { add(branch.elements, depth: depth + 1) }
      }
    }
    add(definition.elements, depth: 0)
    return rows
  }

  /// Whether it was not reached, or runs anew because the whole workflow or a repetition does.
  func isToCome(_ path: ElementPath) -> Bool {
    guard let reached = state?.elements[path] else { return true }
    return reached.phase == .ended && reached.outcome == nil
  }

  func mark(of element: Element) -> OutlineElement.Mark {
    guard let reached = state?.elements[element.path] else {
      guard let state else { return .toCome }
      // Behind a decision that went the other way, or an instance that ended early.
      let parent = element.path.parent?.parent
      let isPassed = parent.map { state.elements[$0]?.phase == .ended && !isToCome($0) } ?? false
      return isPassed || !isOpen ? .skipped : .toCome
    }
    switch reached.phase {
    case .ended where reached.outcome == nil: return isOpen ? .toCome : .skipped
    case .ended: return reached.outcome == .canceled ? .skipped : .done
    case .sentBack: return .sentBack
    case .starting, .working, .ending: return .here
    }
  }

  func note(
    on element: Element, _ openItems: [WorkItem], _ organization: Organization
  ) -> String? {
    let waiting = openItems.filter { $0.element == element.path }
    if !waiting.isEmpty {
      let names = waiting.flatMap(\.visibleTo).uniqued().map(organization.name)
      return "waits for \(names.joined(separator: ", "))"
    }
    guard let reached = state?.elements[element.path], !isToCome(element.path) else { return nil }
    if reached.phase == .working, !reached.children.isEmpty {
      let ended = reached.children.filter { $0.outcome != nil }.count
      let what = element.kind == LinesElement.keyword ? "lines" : "instances"
      return "\(ended) of \(reached.children.count) \(what)"
    }
    let people = reached.rounds.flatMap(\.answers).map { organization.name(of: $0.actor.person) }
    var note = people.uniqued().joined(separator: ", ")
    if let ended = reached.endedAt {
      note += (note.isEmpty ? "" : ", ") + ended.duration(since: reached.startedAt).shortWords
    }
    if reached.outcome == .denied { note = "denied, " + note }
    return note.isEmpty ? nil : note
  }

  func steps(
    of element: Element, _ openItems: [WorkItem], _ organization: Organization
  ) -> [OutlineStep] {
    guard let approval = element.definition as? ApprovalElement else { return [] }
    let reached = state?.elements[element.path]
    return approval.steps.map { step in
      guard let round = reached?.rounds.last(where: { $0.step == step.name }) else {
        let hasEnded = reached?.phase == .ended && !isToCome(element.path)
        let isPassed = hasEnded || isLater(than: step, in: approval, reached)
        return OutlineStep(
          name: step.name, mark: isPassed ? .skipped : .toCome, note: step.policy.description)
      }
      let answered = round.answers.map { organization.name(of: $0.actor.person) }
      let waiting = openItems.filter { $0.element == element.path && $0.step == step.name }
        .flatMap(\.visibleTo).map(organization.name)
      let parts = answered.map { "✓ \($0)" } + waiting.map { "● \($0)" }
      return OutlineStep(
        name: step.name, mark: round.isDecided ? .done : .here,
        note: parts.isEmpty ? nil : parts.joined(separator: "  "))
    }
  }

  /// Whether the approval is already in a step behind this one, which so was skipped.
  private func isLater(
    than step: ApprovalStep, in approval: ApprovalElement, _ reached: ElementState?
  ) -> Bool {
    guard let current = reached?.rounds.last?.step,
      let here = approval.steps.firstIndex(where: { $0.name == current }),
      let there = approval.steps.firstIndex(where: { $0.name == step.name })
    else { return false }
    return there < here
  }
}

extension Duration {
  /// "4 m", "2 h", "3 d": the largest unit that fits.
  package var shortWords: String {
    let seconds = components.seconds
    if seconds < 60 { return "\(max(0, seconds)) s" }
    if seconds < 3_600 { return "\(seconds / 60) m" }
    if seconds < 86_400 { return "\(seconds / 3_600) h" }
    return "\(seconds / 86_400) d"
  }
}

extension TimeLeft {
  /// "40 h of working time", "2 d". A working day is not one of 24 hours: it is told in hours.
  package var words: String {
    guard isWorkingTime else { return duration.shortWords }
    let hours = duration.components.seconds / 3_600
    return (hours > 0 ? "\(hours) h" : duration.shortWords) + " of working time"
  }
}
