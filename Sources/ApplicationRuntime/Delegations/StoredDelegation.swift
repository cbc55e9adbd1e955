// A standing delegation that somebody added to the store, beside those of the organisation's file.

import Workflow
import WorkflowRuntime

/// A rule by which somebody acts for a person, as it was added.
public struct StoredDelegation: Hashable, Sendable {
  /// The number by which it is removed.
  public let number: Int64
  public let rule: StandingDelegation
  public let addedBy: PersonID
  public let addedAt: Timestamp
}

extension StoredDelegation: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("number", Int(number))
    parts.add("from", rule.from)
    parts.add("to", rule.to)
    switch rule.scope {
    case .all: break
    case .type(let type): parts.add("type", type)
    case .workflow(let workflow): parts.add("workflow", workflow)
    }
    parts.add("start", rule.start?.iso8601)
    parts.add("end", rule.end?.iso8601)
    parts.add("addedBy", addedBy)
    parts.add("addedAt", addedAt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "delegation")
    let type = try object.optional("type", DocumentTypeID.self)
    let workflow = try object.optional("workflow", WorkflowID.self)
    let days = [
      try object.optional("start", String.self), try object.optional("end", String.self),
    ].map { $0.flatMap { Day(iso8601: $0) } }
    self.init(
      number: Int64(try object.required("number", Int.self)),
      rule: StandingDelegation(
        from: try object.required("from"), to: try object.required("to"),
        scope: workflow.map { .workflow($0) } ?? type.map { .type($0) } ?? .all, start: days[0],
        end: days[1]),
      addedBy: try object.required("addedBy"), addedAt: try object.required("addedAt"))
  }
}
