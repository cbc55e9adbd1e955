// A person with what the organisation says about them elsewhere.

import Workflow
import WorkflowRuntime

package struct PersonRow: Hashable, Sendable {
  package let person: Person
  package let isActive: Bool
  package let isAdministrator: Bool
  /// Those that name the person, in the person's own entry or in theirs.
  package let groups: [GroupID]
  package let queues: [QueueID]
  /// Who acts for the person today, and for whom the person acts.
  package let delegates: [PersonID]
  package let actsFor: [PersonID]

  package init(_ person: Person, _ organization: Organization, today: Day) {
    self.person = person
    isActive = person.isActive(on: today)
    isAdministrator = organization.isAdministrator(person.id)
    groups = organization.groups.filter { $0.value.contains(person.id) }.keys.sorted()
    queues = organization.queues.filter { $0.value.members.contains(person.id) }.keys.sorted()
    let rules = organization.delegations.filter { rule in
      rule.start.map { $0 <= today } ?? true && rule.end.map { today <= $0 } ?? true
    }
    delegates = rules.filter { $0.from == person.id }.map(\.to)
    actsFor = rules.filter { $0.to == person.id }.map(\.from)
  }

  package static let filterFields = [
    "person", "name", "login", "manager", "group", "queue", "active",
  ]

  package var filterRow: FilterRow {
    let groups = groups.map(\.description).joined(separator: " ")
    let queues = queues.map(\.description).joined(separator: " ")
    return FilterRow(
      texts: [person.id.rawValue, person.name, person.manager?.rawValue ?? "", groups, queues],
      fields: [
        "person": .text(person.id.rawValue), "name": .text(person.name),
        "login": .text(person.login), "manager": .text(person.manager?.rawValue ?? ""),
        "group": .text(groups), "queue": .text(queues), "active": .text(isActive ? "yes" : "no"),
      ])
  }
}
