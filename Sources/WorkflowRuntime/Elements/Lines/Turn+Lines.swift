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
