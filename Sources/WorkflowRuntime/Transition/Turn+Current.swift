// Which pass of an element a message is about, and messages that come too late.

import Workflow

extension Turn {
  /// The state of the element that the message is about, in one of these phases of its pass.
  ///
  /// - Returns: nil when that pass, or that phase, is over: an administrator passed the element,
  ///   its branch was canceled, or it was started again. It is recorded then and has no effect.
  /// - Throws: when the element, or the pass, has not begun.
  mutating func current(
    in phase: ElementState.Phase
  ) throws(RuntimeError) -> (element: Element, behavior: any RunnableElement)? {
    guard let path = message.payload.element else {
      throw RuntimeError(.unexpectedMessage, "\(message.type.rawValue) names no element")
    }
    let state = try started(path)
    let isOfPass = message.payload.pass.map { $0 == state.pass } ?? true
    guard isOfPass, state.phase == phase else {
      guard !isOfPass || state.phase.order > phase.order else {
        throw RuntimeError(
          .unexpectedMessage, "\(message.type.rawValue): “\(path)” is not \(phase.rawValue)")
      }
      record(
        .acknowledged, element: path, step: message.payload.step,
        detail: "\(message.type.rawValue): the element is not waiting for it any more")
      return nil
    }
    return try element(at: path)
  }

  /// The state of an element that was started, in this pass or, for a message that is late, in a
  /// later one.
  func started(_ path: ElementPath) throws(RuntimeError) -> ElementState {
    guard let element = state.elements[path] else {
      throw RuntimeError(.unexpectedMessage, "element “\(path)” has not been started")
    }
    if let pass = message.payload.pass, pass > element.pass {
      throw RuntimeError(
        .unexpectedMessage,
        "the message is of pass \(pass) of “\(path)”, which is in pass \(element.pass)")
    }
    return element
  }

  /// Whether the pass that the message is about is the element's own.
  func isOfCurrentPass(_ element: ElementState) -> Bool {
    message.payload.pass.map { $0 == element.pass } ?? true
  }

  /// Records an answer that has no effect any more.
  mutating func discard(_ answer: Answer, of path: ElementPath, why reason: String) {
    record(
      .answerDiscarded, element: path, step: message.payload.step, actor: answer.actor,
      onBehalfOf: answer.onBehalfOf, comment: answer.comment, detail: reason, at: answer.givenAt)
  }
}

extension ElementState.Phase {
  fileprivate var order: Int {
    switch self {
    case .starting: 0
    case .working: 1
    case .ending: 2
    case .sentBack: 3
    case .ended: 4
    }
  }
}
