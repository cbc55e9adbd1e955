// What a handler inside the store may see and do.

import Workflow
import WorkflowRuntime

/// The event, its document, and the changes that a handler may make in the message's
/// transaction. Valid only while the handler runs.
public struct HandlerContext {
  public let event: HandlerEvent
  public let organization: Organization
  let effects: any HandlerEffects

  /// The document as it is now.
  public var document: Document { get throws { try effects.document() } }

  /// Sets one of the type's own statuses; the engine's own are refused.
  public func setStatus(_ status: DocumentStatus) throws { try effects.setStatus(status) }

  /// Appends a record to a collection of the type, numbered without gaps. The event's key makes
  /// it exactly once; `suffix` tells several records of one event apart.
  ///
  /// - Returns: the record's number, from 1.
  @discardableResult
  public func append(
    _ body: String, to collection: String, suffix: String = ""
  ) throws -> Int64 {
    try effects.append(body, to: collection, key: event.idempotencyKey + suffix)
  }

  /// Appends a record under a key of the type's own, which must name the instance or the
  /// document: the same key again changes nothing.
  ///
  /// - Returns: the record's number, from 1.
  @discardableResult
  public func append(_ body: String, to collection: String, key: String) throws -> Int64 {
    try effects.append(body, to: collection, key: key)
  }

  /// A record by the key it was appended with.
  public func record(in collection: String, key: String) throws -> StoredRecord? {
    try effects.record(in: collection, key: key)
  }
}

/// The engine's side of a handler's changes.
protocol HandlerEffects {
  func document() throws -> Document
  func setStatus(_ status: DocumentStatus) throws
  func append(_ body: String, to collection: String, key: String) throws -> Int64
  func record(in collection: String, key: String) throws -> StoredRecord?
}
