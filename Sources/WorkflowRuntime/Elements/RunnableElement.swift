// What an element kind does when a message is about it.

import Workflow

/// The behaviour of an element kind. A new kind is a folder here and in `Workflow`, and one
/// entry in `WorkflowLanguage.standard`.
///
/// Every function is called within a turn, with the element's own state in it. The ones that a
/// kind does not have say that the message was not expected.
protocol RunnableElement: ElementDefinition {
  /// Its start was acknowledged.
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError)
  /// One of its work items was answered.
  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError)
  /// The end of one of its steps was acknowledged.
  func stepAcknowledged(_ element: Element, _ turn: inout Turn) throws(RuntimeError)
  /// Its handler ran.
  func executed(_ element: Element, _ turn: inout Turn) throws(RuntimeError)
  /// The last element of one of its branches ended.
  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError)
  /// What the document waits for in it, in words; nil when for nobody.
  func waitsFor(_ element: Element, _ state: ElementState) -> String?
}

extension RunnableElement {
  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    throw .unexpected(turn.message, element)
  }

  func stepAcknowledged(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    throw .unexpected(turn.message, element)
  }

  func executed(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    throw .unexpected(turn.message, element)
  }

  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    throw .unexpected(turn.message, element)
  }

  func waitsFor(_ element: Element, _ state: ElementState) -> String? { nil }
}

extension RuntimeError {
  static func unexpected(_ message: Message, _ element: Element) -> RuntimeError {
    RuntimeError(
      .unexpectedMessage, "\(message.type.rawValue) does not fit the element “\(element.path)”")
  }
}
