// The instances that need somebody: told to administrators and to the owners of workflows.

import Workflow
import WorkflowRuntime

extension Engine {
  /// The stopped and unrecoverable instances that a person has to be told of, the newest first:
  /// all for administrators, those of their workflows for owners.
  ///
  /// - Parameter limit: so many at most; of so many of each status the newest are looked at.
  public func stuckInstances(as actor: Actor, limit: Int) throws -> [InstanceRow] {
    let limit = Self.bounded(limit)
    return try reading(as: actor) { reading, organization in
      let isAdministrator = organization.isAdministrator(actor.person)
      let involvement = Involvement(
        of: actor.person, parts: parts, organization: organization, reading)
      let stuck = try [InstanceStatus.stopped, .unrecoverable].flatMap {
        try reading.instances(InstanceQuery(status: $0, limit: Self.bounded(.max)))
      }
      return try stuck.filter { isAdministrator || involvement.owns($0) }
        .sorted { $0.id > $1.id }.prefix(limit)
        .map { InstanceRow($0, title: try reading.document($0.document)?.title ?? "") }
    }
  }
}
