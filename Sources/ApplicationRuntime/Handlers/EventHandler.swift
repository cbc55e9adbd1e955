// Application code that the batch job calls for an event.

import Workflow
import WorkflowRuntime

/// What a type does for an event, or for an automated element.
public struct EventHandler: Sendable {
  enum Body: Sendable {
    case inside(@Sendable (HandlerContext) throws -> Void)
    case outside(
      timeout: Duration, atOnce: Int, status: DocumentStatus?,
      @Sendable (OutsideContext) throws -> String?)
  }

  let body: Body

  /// A handler that touches only the store. It runs inside the message's transaction: its
  /// effects are there exactly once.
  public static func inside(_ body: @escaping @Sendable (HandlerContext) throws -> Void) -> Self {
    EventHandler(body: .inside(body))
  }

  /// A handler that reaches outside: a command, mail, another system. It runs in no
  /// transaction, at least once; ``HandlerEvent/idempotencyKey`` stays the same for each try.
  ///
  /// - Parameters:
  ///   - timeout: after so long the try counts as failed.
  ///   - atOnce: how many of these run at the same time in one process.
  ///   - status: one of the type's own, which the document has once the call has succeeded: it
  ///     is set in the transaction that records the result.
  ///   - body: returns a result for the history, or nil.
  public static func outside(
    timeout: Duration = .seconds(60), atOnce: Int = 4, status: DocumentStatus? = nil,
    _ body: @escaping @Sendable (OutsideContext) throws -> String?
  ) -> Self {
    EventHandler(
      body: .outside(timeout: timeout, atOnce: max(1, atOnce), status: status, body))
  }

  /// Whether it reaches outside the store.
  public var isOutside: Bool {
    if case .outside = body { true } else { false }
  }
}

/// The event that a handler is called for.
public struct HandlerEvent: Hashable, Sendable {
  public let type: MessageType
  public let instance: InstanceID
  public let workflow: WorkflowID
  public let version: Int
  public let element: ElementPath?
  public let pass: Int?
  public let step: String?
  public let outcome: ElementOutcome?
  /// The line of the document that the instance is about, from 1; nil for the whole document.
  public let line: Int?
  /// The same for every try of one event: instance, element, pass.
  public let idempotencyKey: String
  public let at: Timestamp
}

/// What a handler outside the store gets: values only.
public struct OutsideContext: Sendable {
  public let event: HandlerEvent
  public let document: Document
  public let organization: Organization
}
