// One call of a handler that reaches outside.

import Synchronization
import Workflow
import WorkflowRuntime

/// A call: it ends once, by its result or by its timeout, whichever comes first.
final class OutsideCall: Sendable {
  let handler: String
  let document: DocumentID
  let timeout: Duration
  let atOnce: Int
  /// The document's status once it has succeeded.
  let status: DocumentStatus?
  let body: @Sendable (OutsideContext) throws -> String?
  let context: OutsideContext
  private let isEnded: @Sendable (Result<OutsideResult, any Error>) -> Void
  private let hasEnded = Atomic(false)

  init(
    handler: String, document: DocumentID, timeout: Duration, atOnce: Int,
    status: DocumentStatus? = nil,
    body: @escaping @Sendable (OutsideContext) throws -> String?, context: OutsideContext,
    isEnded: @escaping @Sendable (Result<OutsideResult, any Error>) -> Void
  ) {
    self.handler = handler
    self.document = document
    self.timeout = timeout
    self.atOnce = atOnce
    self.status = status
    self.body = body
    self.context = context
    self.isEnded = isEnded
  }

  /// Ends the call with a result; false when it had ended before, and nothing is done.
  @discardableResult
  func end(_ result: Result<OutsideResult, any Error>) -> Bool {
    guard !hasEnded.exchange(true, ordering: .acquiringAndReleasing) else { return false }
    isEnded(result)
    return true
  }

  /// Ends the call as failed, in the name of its handler.
  @discardableResult
  func fail(_ reason: any Error) -> Bool {
    end(.failure(HandlerFailure(handler: handler, document: document, reason: reason)))
  }
}
