// The organisation and its people for the pages.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

extension EngineWorker {
  /// Beyond it, nobody counts what waits for each.
  private static let counted = 500
  /// So many open items of one person are shown.
  private static let items = 100

  func organization(as actor: Actor) throws -> [PersonEntry] {
    let organization = try engine.organization()
    let today = try engine.today()
    let counts =
      organization.isAdministrator(actor.person) && organization.people.count <= Self.counted
    return try organization.people.map { person in
      PersonEntry(
        row: PersonRow(person, organization, today: today),
        openItems: counts ? try engine.inboxCount(of: person.id) : nil)
    }
  }

  func person(_ id: PersonID, as actor: Actor) throws -> PersonDetail {
    let organization = try engine.organization()
    guard let person = organization.person(id) else {
      throw EngineError(.notFound, "There is no person “\(id)” in this organisation.")
    }
    var managers: [Person] = []
    var next = person.manager
    // A circle ends where it closes.
    while let manager = next.flatMap({ organization.person($0) }), manager.id != id,
      !managers.contains(where: { $0.id == manager.id })
    {
      managers.append(manager)
      next = manager.manager
    }
    let maySee = id == actor.person || organization.isAdministrator(actor.person)
    return PersonDetail(
      row: PersonRow(person, organization, today: try engine.today()), managers: managers,
      delegations: maySee
        ? try engine.delegations(of: id, includingEnded: true, as: actor) : nil,
      items: maySee ? try engine.inbox(of: id, as: actor, limit: Self.items) : nil)
  }

  /// A changed rule is a new one in place of the old one: the old one stays when it is refused.
  func delegate(
    _ rule: StandingDelegation, replacing replaced: Int64?, by actor: Actor
  ) throws -> DelegationRow {
    let row = try engine.addDelegation(rule, by: actor)
    if let replaced { try engine.removeDelegation(replaced, by: actor) }
    return row
  }
}
