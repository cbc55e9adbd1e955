// What types keep for themselves, for reading.

import Workflow
import WorkflowRuntime

extension Engine {
  /// The records of a collection in their order, after a number; for administrators.
  public func records(
    in collection: String, after number: Int64 = 0, limit: Int, as actor: Actor
  ) throws -> [StoredRecord] {
    try requireAdministrator(actor, "read the records of \(collection)")
    return try reading {
      try $0.records(in: collection, after: number, limit: Self.bounded(limit))
    }
  }
}
