// What a turn does for the lines of a document: their conditions, their return, their words.

import Workflow

extension Turn {
  /// Evaluates a condition that may name `line`, and records what it read.
  mutating func holds(
    _ condition: Expression, line: Value, number: Int, element: ElementPath
  ) throws(RuntimeError) -> Bool {
    var reads = ReadRecorder()
    let result: Bool
    do {
      result = try condition.holds(in: lookup.scope.withLine) { reference in
        reads.record(reference, try lookup.value(of: reference, line: line))
      }
    } catch {
      throw conditionFailed(condition, element: element, step: "line \(number)", error)
    }
    record(
      .conditionEvaluated, element: element, detail: "line \(number): \(condition): \(result)",
      values: reads.values)
    return result
  }

  /// Somebody canceled a line's workflow: the line goes back to its originator, and waits there.
  mutating func returnLine(_ line: Int, _ element: Element) throws(RuntimeError) {
    let person = try receiver(state.originator)
    let pass = state.elements[element.path]?.pass ?? 1
    open(
      .init(
        kind: .return, element: element.path, pass: pass, step: nil,
        subject: "Line \(line) returned: its workflow was canceled", instructions: nil,
        assignee: person, candidates: [], allowed: [], line: line))
    setLine(line, editableBy: person)
    record(.workItemsCreated, element: element.path, detail: "line \(line): \(person)")
    post(.workItemsCreated, Payload(element: element.path, pass: pass))
  }

  /// Whether a line was approved and says something else now.
  func isOutdated(_ child: ChildState) throws(RuntimeError) -> Bool {
    guard !definition.keepApprovals, child.outcome == .completed, let seen = child.content,
      let content = try ask({ try $0.contentHash(ofLine: child.line) })
    else { return false }
    return content != seen
  }

  /// Whether the document was with somebody who could change it.
  var hasBeenSentBack: Bool {
    state.elements.values.contains {
      $0.pass > 1 || $0.outcome == .returned || $0.outcome == .changeRequested
    }
  }

  /// Lines that were taken out of the document need no answer any more.
  mutating func forgetLines(behind count: Int, of path: ElementPath) {
    let gone = state.elements[path]?.children.filter { $0.line > count } ?? []
    guard !gone.isEmpty else { return }
    let open = Set(gone.filter { $0.outcome == nil }.map(\.line))
    if !open.isEmpty {
      transition.canceledChildren = .lines(path, open)
      record(
        .childEnded, element: path,
        detail: gone.filter { $0.outcome == nil }.map { "\($0.place): it was removed" }
          .joined(separator: ", "))
    }
    // One that is with its originator goes on when that resubmits it.
    update(path) { $0.children.removeAll { $0.line > count && $0.outcome != .canceled } }
  }

  /// Starts an element again that is done: of lines those that did not change stay done.
  mutating func startAgain(_ path: ElementPath) throws(RuntimeError) {
    let isOfLines = definition.element(at: path)?.definition is LinesElement
    let element = state.elements[path]
    let keepsLines = isOfLines && (element?.outcome == .completed || element?.outcome == .denied)
    try start(path, children: keepsLines ? element?.children ?? [] : [])
  }

  /// Lines that changed, or came, while the document was with somebody are asked as well.
  ///
  /// - Returns: the elements of lines that were done, and are to run again for that.
  mutating func askLinesAgain(sender: ElementPath?) throws(RuntimeError) -> [ElementPath] {
    var ended: [ElementPath] = []
    for path in state.elements.keys.sorted() where path != sender {
      guard let element = definition.element(at: path),
        let lines = element.definition as? LinesElement, let reached = state.elements[path]
      else { continue }
      switch reached.phase {
      case .starting: try lines.askChangedLinesAgain(element, &self)
      case .working:
        let hasLost = try hasLostLines(reached)
        guard try hasLost ? true : lines.hasChangedLines(element, &self) else { continue }
        recordAskedAgain(path)
        update(path) { $0.phase = .starting }
        try lines.startLines(from: 1, element, &self)
      case .ending where reached.outcome == .completed:
        guard try lines.hasChangedLines(element, &self) else { continue }
        recordAskedAgain(path)
        try startAgain(path)
      case .ended where reached.outcome == .completed && !state.toRunFirst.contains(path):
        if try lines.hasChangedLines(element, &self) { ended.append(path) }
      case .ending, .ended, .sentBack: continue
      }
    }
    return ended
  }

  private func hasLostLines(_ element: ElementState) throws(RuntimeError) -> Bool {
    let count = try ask { try $0.lineCount }
    return element.children.contains { $0.line > count && $0.outcome == nil }
  }

  /// A line that was resubmitted is locked again.
  mutating func lock(line: Int) {
    setLine(line, editableBy: nil)
  }

  private mutating func setLine(_ line: Int, editableBy person: PersonID?) {
    transition.document = .init(
      status: .inReview, waitingFor: nil, editableBy: person, line: line)
  }
}

extension TypeScope {
  /// This scope with `line`: what one of `lines` is.
  fileprivate var withLine: TypeScope {
    guard case .list(of: let line) = names["lines"] else { return self }
    return adding(["line": line])
  }
}

extension Lookup {
  /// A field of the document, or of this line of it.
  fileprivate func value(of reference: FieldReference, line: Value) throws -> Value {
    guard reference.path.first == "line" else { return try field(reference) }
    var value = line
    for name in reference.path.dropFirst() {
      guard case .record(let record) = value else { return .none }
      value = record[name]
    }
    return value
  }
}
