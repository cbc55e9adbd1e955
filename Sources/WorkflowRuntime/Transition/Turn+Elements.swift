// Starting and ending elements: the rules that all kinds share.

import Workflow

extension Turn {
  /// The element of a path with its behaviour; throws when this version has none there.
  func element(at path: ElementPath) throws(RuntimeError) -> (Element, any RunnableElement) {
    guard let element = definition.element(at: path) else {
      throw RuntimeError(
        .unknownElement, "\(definition.id) has no element “\(path)” in this version")
    }
    guard let behavior = element.definition as? any RunnableElement else {
      throw RuntimeError(.unknownElement, "elements like “\(path)” cannot be run by this release")
    }
    return (element, behavior)
  }

  mutating func update(_ path: ElementPath, _ change: (inout ElementState) -> Void) {
    guard var element = state.elements[path] else { return }
    change(&element)
    state.elements[path] = element
  }

  /// Starts an element, for the first time or again; what is left of its former pass goes.
  ///
  /// - Parameters:
  ///   - firstStep: the step that an approval begins with.
  ///   - beginsFinally: whether it begins with its final approver, behind all steps.
  ///   - rounds: those of the steps before that, which still count.
  ///   - children: those of the lines that are done, which count as long as they do not change.
  mutating func start(
    _ path: ElementPath, firstStep: String? = nil, beginsFinally: Bool = false,
    keeping rounds: [Round] = [], children: [ChildState] = []
  ) throws(RuntimeError) {
    let earlier = state.elements[path]
    if earlier?.outcome == .completed, earlier?.phase == .ended, staysDone(path) {
      record(.automatedExecution, element: path, detail: "ran before and stays done")
      return try goOn(behind: path)
    }
    if let earlier, earlier.phase != .ended {
      cancel(elementsBelow: path)
      cancel(path)
    }
    let pass = (earlier?.pass ?? 0) + 1
    state.elements[path] = ElementState(
      pass: pass, rounds: rounds, startedAt: now, firstStep: firstStep,
      beginsFinally: beginsFinally, children: children)
    record(.elementStarted, element: path)
    post(.elementStarted, Payload(element: path, pass: pass))
  }

  /// Whether an element that completed is not run a second time: an automated one, unless it says
  /// otherwise.
  func staysDone(_ path: ElementPath) -> Bool {
    (definition.element(at: path)?.definition as? AutomatedElement)?.again == false
  }

  /// Starts the first element of a sequence; false when it is empty.
  mutating func start(sequence: [Element]) throws(RuntimeError) -> Bool {
    guard let first = sequence.first else { return false }
    try start(first.path)
    return true
  }

  /// Ends an element: its outcome is told first, and acted on when that is acknowledged. What is
  /// still at work in it is canceled.
  mutating func end(_ path: ElementPath, _ outcome: ElementOutcome) {
    let pass = state.elements[path]?.pass ?? 1
    cancel(elementsBelow: path)
    removeTimers(of: path)
    closeItems(.element(path), as: .notNeeded)
    update(path) {
      $0.phase = .ending
      $0.outcome = outcome
      $0.isNotSentBackAnyMore()
      $0.decideRound()
    }
    record(.elementEnded, element: path, detail: outcome.rawValue)
    post(.elementEnded, Payload(element: path, pass: pass, outcome: outcome))
  }

  /// Goes on behind an element that ended: its next sibling, its parent, or the end.
  mutating func goOn(behind path: ElementPath) throws(RuntimeError) {
    update(path) { [now] in
      $0.phase = .ended
      $0.endedAt = now
    }
    forgetChanges(seenBy: path)
    if let index = state.toRunFirst.firstIndex(of: path) {
      // It was asked again; the flow has gone on behind it before.
      state.toRunFirst.remove(at: index)
      _ = try asksAgain(behind: path, waits: false)
      return
    }
    if try asksAgain(behind: path, waits: true) { return }
    let (sequence, parent) = definition.sequence(containing: path)
    guard let index = sequence.firstIndex(where: { $0.path == path }) else {
      throw RuntimeError(.unknownElement, "\(definition.id) has no element “\(path)”")
    }
    if index + 1 < sequence.count {
      try start(sequence[index + 1].path)
    } else if let parent {
      let (element, behavior) = try element(at: parent.element)
      guard state.elements[parent.element]?.phase == .working else { return }
      try behavior.branchEnded(parent.branch, of: element, &self)
    } else {
      completeWorkflow()
    }
  }

  /// All elements are done: the document is approved, or rejected when one of them was denied.
  /// As long as an approval is asked again, the end waits for it.
  mutating func completeWorkflow() {
    guard state.toRunFirst.isEmpty, state.toRestart.isEmpty else { return }
    state.stage = .completing
    setDocument(isDenied ? .rejected : .approved)
    record(.workflowCompleted)
    post(.workflowCompleted)
  }

  /// Whether an element was denied, and so the document is.
  var isDenied: Bool { state.elements.values.contains { $0.outcome == .denied } }
}

extension ElementState {
  mutating func isNotSentBackAnyMore() {
    sentBackTo = nil
    sentBackAt = nil
  }

  mutating func decideRound() {
    if let index = rounds.indices.last { rounds[index].isDecided = true }
  }
}

extension WorkflowDefinition {
  /// The sequence that an element stands in, and the element and branch that hold it.
  func sequence(
    containing path: ElementPath
  ) -> (elements: [Element], parent: (element: ElementPath, branch: String)?) {
    guard let branchPath = path.parent, let parentPath = branchPath.parent,
      let parent = element(at: parentPath),
      let branch = parent.definition.branches.first(where: { $0.name == branchPath.name })
    else { return (elements, nil) }
    return (branch.elements, (parentPath, branch.name))
  }
}
