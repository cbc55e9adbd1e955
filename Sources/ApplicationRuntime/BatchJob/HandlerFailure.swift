// The errors that end up in the queue beside a message.

import Workflow

/// A handler failed: names it and the record it was called for.
struct HandlerFailure: Error, CustomStringConvertible {
  let handler: String
  let document: DocumentID
  let reason: any Error

  var description: String { "handler \(handler) failed for \(document): \(reason)" }
}

/// The state of an instance cannot be read any more; its bytes are kept.
struct UnrecoverableInstance: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
