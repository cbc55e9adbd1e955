// Starting, ending and restarting elements: the rules that all kinds share.

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

  /// The state of an element that a message is about, as long as the message is of its pass.
  func current(_ path: ElementPath) throws(RuntimeError) -> ElementState {
    guard let element = state.elements[path] else {
      throw RuntimeError(.unexpectedMessage, "element “\(path)” has not been started")
    }
    if let pass = message.payload.pass, pass != element.pass {
      throw RuntimeError(
        .unexpectedMessage,
        "the message is of pass \(pass) of “\(path)”, which is in pass \(element.pass)")
    }
    return element
  }

  mutating func update(_ path: ElementPath, _ change: (inout ElementState) -> Void) {
    guard var element = state.elements[path] else { return }
    change(&element)
    state.elements[path] = element
  }

  /// Starts an element, for the first time or again.
  mutating func start(_ path: ElementPath) {
    let pass = (state.elements[path]?.pass ?? 0) + 1
    state.elements[path] = ElementState(pass: pass, startedAt: now)
    record(.elementStarted, element: path)
    post(.elementStarted, Payload(element: path, pass: pass))
  }

  /// Starts the first element of a sequence; false when it is empty.
  mutating func start(sequence: [Element]) -> Bool {
    guard let first = sequence.first else { return false }
    start(first.path)
    return true
  }

  /// Ends an element: its outcome is told first, and acted on when that is acknowledged.
  mutating func end(_ path: ElementPath, _ outcome: ElementOutcome) {
    let pass = state.elements[path]?.pass ?? 1
    update(path) {
      $0.phase = .ending
      $0.outcome = outcome
    }
    closeItems(.element(path), as: .notNeeded)
    record(.elementEnded, element: path, detail: outcome.rawValue)
    post(.elementEnded, Payload(element: path, pass: pass, outcome: outcome))
  }

  /// Goes on behind an element that ended: its next sibling, its parent, or the end.
  mutating func goOn(behind path: ElementPath) throws(RuntimeError) {
    update(path) { [now] in
      $0.phase = .ended
      $0.endedAt = now
    }
    let (sequence, parent) = definition.sequence(containing: path)
    guard let index = sequence.firstIndex(where: { $0.path == path }) else {
      throw RuntimeError(.unknownElement, "\(definition.id) has no element “\(path)”")
    }
    if index + 1 < sequence.count {
      start(sequence[index + 1].path)
    } else if let parent {
      let (element, behavior) = try element(at: parent.element)
      try behavior.branchEnded(parent.branch, of: element, &self)
    } else {
      completeWorkflow()
    }
  }

  /// All elements are done: the document is approved, or rejected when one of them was denied.
  mutating func completeWorkflow() {
    let denied = state.elements.values.contains { $0.outcome == .denied }
    state.stage = .completing
    setDocument(denied ? .rejected : .approved)
    record(.workflowCompleted)
    post(.workflowCompleted)
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
