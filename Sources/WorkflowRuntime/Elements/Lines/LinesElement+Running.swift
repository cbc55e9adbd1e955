// How the lines of a document run: each as its own instance of a line workflow.

import Workflow

extension LinesElement: ParentElement {
  /// How many lines are started by one message: the rest follows in messages of its own.
  static let portion = 100

  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    try startLines(from: turn.message.payload.child?.line ?? 1, element, &turn)
  }

  /// Starts a portion of the lines: those that are not known yet, and those that changed since
  /// they were done.
  func startLines(
    from first: Int, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    let path = element.path
    let count = try turn.ask { try $0.lineCount }
    if first == 1 {
      turn.forgetLines(behind: count, of: path)
      // What is changed between two portions is changed behind lines that were looked at.
      let revision = turn.lookup.revision
      turn.update(path) { $0.revision = revision }
    }
    let last = min(count, first + Self.portion - 1)
    if first <= last {
      let known = turn.state.elements[path]?.children ?? []
      let byLine = Dictionary(known.map { ($0.line, $0) }) { _, last in last }
      for line in first...last {
        if let child = byLine[line] {
          if try turn.isOutdated(child) { try askAgain(child, element, &turn) }
        } else {
          try start(line, element, &turn)
        }
      }
    }
    if last < count {
      var rest = Payload(element: path, pass: turn.state.elements[path]?.pass)
      rest.child = ChildReference(line: last + 1, attempt: 1)
      turn.post(.acknowledgeElementStarted, rest)
    } else {
      turn.update(path) { $0.phase = .working }
    }
    endIfDone(element, &turn)
  }

  /// Starts the instance of a line; one that no workflow is for passes.
  private func start(
    _ line: Int, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    guard let workflow = try workflow(ofLine: line, element, &turn) else { return }
    let isAgain = turn.state.elements[element.path]?.pass ?? 1 > 1
    turn.startChild(
      ChildState(line: line, workflow: workflow), of: element.path,
      changes: isAgain ? turn.state.changes : nil)
  }

  func childEnded(
    _ child: ChildState, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    if child.outcome == .canceled {
      try turn.returnLine(child.line, element)
    } else {
      // The whole document was changed meanwhile, behind what was approved of the line.
      if turn.hasBeenSentBack, turn.state.sentBack.isEmpty, try turn.isOutdated(child) {
        try askAgain(child, element, &turn)
      }
      endIfDone(element, &turn)
    }
  }

  /// The lines that came back to their originator were resubmitted: each is tried once more.
  func resubmitted(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    let children = turn.state.elements[path]?.children ?? []
    let line = turn.message.payload.child?.line
    let returned = children.filter { $0.outcome == .canceled && ($0.line == line ?? $0.line) }
    // Later portions of the lines may still be being started.
    let phase = turn.state.elements[path]?.phase
    guard phase == .working || phase == .starting, !returned.isEmpty else {
      return turn.discard(answer, of: path, why: "no line of the element waits for it any more")
    }
    turn.record(
      .resubmitted, element: path, actor: answer.actor, onBehalfOf: answer.onBehalfOf,
      comment: answer.comment,
      detail: returned.map(\.place).joined(separator: ", "), at: answer.givenAt)
    for child in returned {
      turn.lock(line: child.line)
      try retry(child, element, &turn, changes: turn.message.payload.changes)
    }
    endIfDone(element, &turn)
  }

  /// Whether a line changed that was approved, or one came that would be asked now.
  func hasChangedLines(_ element: Element, _ turn: inout Turn) throws(RuntimeError) -> Bool {
    guard let state = turn.state.elements[element.path], let revision = state.revision,
      revision != turn.lookup.revision
    else { return false }
    let children = state.children
    for child in children where try turn.isOutdated(child) { return true }
    let known = Set(children.map(\.line))
    let count = try turn.ask { try $0.lineCount }
    guard count > 0 else { return false }
    for line in 1...count where !known.contains(line) {
      if try workflow(ofLine: line, element, &turn) != nil { return true }
    }
    return false
  }

  /// The lines that are done and changed start again while others are still being started.
  func askChangedLinesAgain(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    for child in turn.state.elements[element.path]?.children ?? []
    where try turn.isOutdated(child) {
      try askAgain(child, element, &turn)
    }
  }

  /// A line that was approved, and changed since.
  private func askAgain(
    _ child: ChildState, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    turn.record(.askedAgain, element: element.path, detail: "\(child.place): it changed")
    try retry(
      child, element, &turn, changes: turn.state.changes ?? "\(child.place) changed")
  }

  /// A line whose instance ended is started again, by the workflow that is right for it now.
  private func retry(
    _ child: ChildState, _ element: Element, _ turn: inout Turn, changes: String?
  ) throws(RuntimeError) {
    if let workflow = try workflow(ofLine: child.line, element, &turn) {
      turn.startChild(
        ChildState(line: child.line, workflow: workflow, attempt: child.attempt + 1),
        of: element.path, changes: changes)
    } else {
      let content = try turn.ask { try $0.contentHash(ofLine: child.line) }
      turn.update(element.path) { state in
        for index in state.children.indices where state.children[index].line == child.line {
          state.children[index].outcome = .completed
          state.children[index].content = content
        }
      }
    }
  }

  private func endIfDone(_ element: Element, _ turn: inout Turn) {
    guard let state = turn.state.elements[element.path], state.phase == .working else { return }
    let outcomes = state.children.map(\.outcome)
    guard outcomes.allSatisfy({ $0 == .completed || $0 == .denied }) else { return }
    turn.end(element.path, outcomes.contains(.denied) ? .denied : .completed)
  }

  /// How many lines are done: `3 of 5 lines`.
  func waitsFor(_ element: Element, _ state: ElementState) -> String? {
    guard state.phase == .working || state.phase == .starting, !state.children.isEmpty else {
      return nil
    }
    let done = state.children.count { $0.outcome == .completed || $0.outcome == .denied }
    return "\(done) of \(state.children.count) lines"
  }

  /// The workflow of a line: the first whose condition holds; nil lets the line pass.
  private func workflow(
    ofLine number: Int, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) -> WorkflowID? {
    let line = try turn.ask { try $0.line(number) }
    // The line was removed while it was with its originator: nothing is left to approve.
    guard line != .none else { return nil }
    var chosen = otherwise
    for route in routes {
      if try turn.holds(route.when, line: line, number: number, element: element.path) {
        chosen = route.workflow
        break
      }
    }
    guard let chosen else { return nil }
    guard try turn.ask({ try $0.activeVersion(of: chosen) }) != nil else {
      throw RuntimeError(
        .noChild,
        "\(element.path), line \(number): the workflow “\(chosen)” has no active version; "
          + "activate one, then resume")
    }
    return chosen
  }
}
