// What became of what was asked for with workflows.

import ApplicationRuntime
import Workflow

extension InterfaceState {
  mutating func take(
    _ command: WorkflowOrder, _ result: Result<WorkflowAnswer, EngineError>
  ) -> [Effect] {
    switch result {
    case .success(let answer): return take(answer, to: command)
    case .failure(let error):
      fail(error)
      return readAll()
    }
  }

  private mutating func take(_ answer: WorkflowAnswer, to command: WorkflowOrder) -> [Effect] {
    switch answer {
    case .checked(let check):
      guard case .check(let text) = command else { return [] }
      return take(check, of: text)
    case .saved(let version, let isNew): return take(saved: version, isNew: isNew)
    case .done(let sentence):
      tell(sentence, kind: .done)
      if case .delete = command, page.workflow != nil { return pop() }
      return readAll()
    case .loaded(let text): return take(workflowText: text, former: nil)
    case .simulated(let report, let figure):
      guard case .simulate(let question) = command else { return [] }
      return take(SimulationPage(question, report, figure))
    }
  }

  private mutating func take(_ check: WorkflowCheck, of text: String) -> [Effect] {
    guard let draft = page.workflow?.draft else {
      tell("Checked as the organisation is now: \(check.inWords).", kind: .done)
      return readAll()
    }
    guard draft.text == text else { return [] }
    page.workflow?.take(check)
    // What is good is saved next; what is not is mended first.
    return check.findings.isEmpty && check.workflow != nil && dialog == nil ? saveWorkflow() : []
  }

  /// The version takes the place of its draft.
  private mutating func take(saved version: StoredWorkflowVersion, isNew: Bool) -> [Effect] {
    tell(
      isNew
        ? "Saved \(version.workflow) version \(version.version)."
        : "\(version.workflow) version \(version.version) has this text already.",
      kind: .done, hint: version.isActive ? nil : "A activates it")
    let shown = WorkflowPage(.version(version.workflow, version.version))
    guard isWorkflowDraft else { return push(.workflow(shown)) }
    pages.removeLast()
    // The former version, if it is below, is one of the others now.
    if page.workflow != nil, pages.count > 1 { pages.removeLast() }
    if pages.first?.workflows != nil {
      pages[0].list?.awaitedSelection = "\(version.workflow)@\(version.version)"
    }
    return push(.workflow(shown))
  }
}
