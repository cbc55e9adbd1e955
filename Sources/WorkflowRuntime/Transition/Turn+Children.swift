// Children of an instance: starting them, canceling them, and what their ends mean (SPEC 4).

import Workflow

extension Turn {
  /// Starts a child in this transaction; the element knows it.
  mutating func startChild(
    _ child: ChildState, of path: ElementPath, document: DocumentID? = nil,
    changes: String? = nil
  ) {
    let pass = state.elements[path]?.pass ?? 1
    update(path) { element in
      element.children.removeAll { $0.line == child.line }
      element.children.append(child)
    }
    addChild(
      child, of: path, pass: pass, document: document, isDependent: true, changes: changes)
  }

  /// Starts a child that lives on by itself: nothing waits for its end.
  mutating func startIndependentChild(
    _ child: ChildState, of path: ElementPath, document: DocumentID?
  ) {
    let pass = state.elements[path]?.pass ?? 1
    addChild(child, of: path, pass: pass, document: document, isDependent: false)
  }

  private mutating func addChild(
    _ child: ChildState, of path: ElementPath, pass: Int, document: DocumentID?,
    isDependent: Bool, changes: String? = nil
  ) {
    transition.newChildren.append(
      .init(
        element: path, pass: pass,
        child: ChildReference(line: child.line, attempt: child.attempt),
        workflow: child.workflow, document: document, isDependent: isDependent,
        changes: changes))
    record(.childStarted, element: path, detail: "\(child.place): \(child.workflow)")
  }

  /// Cancels the open children of an element and of all elements inside it.
  mutating func cancelChildren(of path: ElementPath) {
    let isOpen = state.elements.contains { other, element in
      other.isWithin(path) && element.children.contains { $0.outcome == nil }
    }
    if isOpen { transition.canceledChildren = .element(path) }
  }

  /// The instance has ended, and so it is told to the parent that waits for it.
  mutating func ended(as outcome: ElementOutcome) throws(RuntimeError) {
    transition.endedAs = outcome
    guard state.isDependent, state.line != nil, outcome == .completed else { return }
    transition.endedContent = try approvedContent()
  }

  /// The hash of the line that was approved: what it says now, or, where that was changed behind
  /// the last approval, what was approved.
  private func approvedContent() throws(RuntimeError) -> String? {
    let answers = definition.keepApprovals ? [] : approvalsThatCount.flatMap { $0 }
    if let seen = answers.first, answers.allSatisfy({ $0.revision == lookup.revision }) {
      return seen.content
    }
    let content = try ask { try $0.contentHash }
    return answers.compactMap(\.content).first { $0 != content } ?? content
  }

  /// A child ended: its element goes on when it was the last one that it waited for.
  mutating func childEnded() throws(RuntimeError) {
    guard let path = message.payload.element, let reference = message.payload.child,
      let outcome = message.payload.outcome
    else {
      throw RuntimeError(.unexpectedMessage, "the end of a child names no element or no outcome")
    }
    let place = ChildState.place(ofLine: reference.line)
    guard let element = state.elements[path],
      element.pass == message.payload.pass ?? element.pass,
      let index = element.children.firstIndex(where: { $0.isOpen(as: reference) })
    else {
      return record(
        .childEnded, element: path,
        detail: "\(place): \(outcome.rawValue), nothing waits for it any more")
    }
    var content = message.payload.content
    if content == nil, outcome == .completed, reference.line > 0 {
      content = try ask { try $0.contentHash(ofLine: reference.line) }
    }
    update(path) {
      $0.children[index].outcome = outcome
      $0.children[index].content = content
    }
    record(.childEnded, element: path, detail: "\(place): \(outcome.rawValue)")
    if state.endReason != nil { return tellEarlyEnd() }
    guard state.stage == .running, element.phase == .working || element.phase == .starting
    else { return }
    let (definition, behavior) = try self.element(at: path)
    guard let parent = behavior as? any ParentElement, let state = state.elements[path] else {
      throw .unexpected(message, definition)
    }
    try parent.childEnded(state.children[index], definition, &self)
  }
}

extension InstanceState {
  /// Whether a dependent child still runs; those of elements that were canceled are among them.
  public var hasOpenChildren: Bool {
    elements.values.contains { $0.children.contains { $0.outcome == nil } }
  }

  /// Whether the instance of a line still runs.
  var hasOpenLines: Bool {
    elements.values.contains { $0.children.contains { $0.outcome == nil && $0.line > 0 } }
  }
}

extension ChildState {
  /// What it is about, in words.
  var place: String { Self.place(ofLine: line) }

  static func place(ofLine line: Int) -> String { line == 0 ? "subworkflow" : "line \(line)" }

  /// Whether it is this child, and still runs.
  fileprivate func isOpen(as reference: ChildReference) -> Bool {
    line == reference.line && attempt == reference.attempt && outcome == nil
  }
}

extension ElementPath {
  /// Whether it is this path or one inside it.
  func isWithin(_ path: ElementPath) -> Bool { components.starts(with: path.components) }
}
