// Children of an instance: starting them, canceling them, and what their ends mean (SPEC 4).

import Workflow

extension Turn {
  /// Starts a child in this transaction; the element knows it.
  mutating func startChild(
    _ child: ChildState, of path: ElementPath, document: DocumentID? = nil
  ) {
    let pass = state.elements[path]?.pass ?? 1
    update(path) { element in
      element.children.removeAll { $0.line == child.line }
      element.children.append(child)
    }
    addChild(child, of: path, pass: pass, document: document, isDependent: true)
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
    isDependent: Bool
  ) {
    transition.newChildren.append(
      .init(
        element: path, pass: pass,
        child: ChildReference(line: child.line, attempt: child.attempt),
        workflow: child.workflow, document: document, isDependent: isDependent))
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
  mutating func ended(as outcome: ElementOutcome) {
    transition.endedAs = outcome
  }

  /// A child ended: its element goes on when nothing else is waited for.
  mutating func childEnded() throws(RuntimeError) {
  }
}

extension InstanceState {
  /// Whether a dependent child still runs; those of elements that were canceled are among them.
  public var hasOpenChildren: Bool {
    elements.values.contains { $0.children.contains { $0.outcome == nil } }
  }
}

extension ChildState {
  /// What it is about, in words.
  var place: String { line == 0 ? "subworkflow" : "line \(line)" }
}

extension ElementPath {
  /// Whether it is this path or one inside it.
  func isWithin(_ path: ElementPath) -> Bool { components.starts(with: path.components) }
}
