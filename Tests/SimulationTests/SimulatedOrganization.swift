// A random organisation: people under each other, some disabled, some in groups.

import Workflow

struct SimulatedOrganization {
  let people: [PersonID]
  private let lines: [String]

  static let administrator = PersonID("root")
  static let groups = ["checkers", "auditors", "none"]

  init(_ random: inout SeededGenerator) {
    let count = random.number(3...8)
    let ids = (1...count).map { "p\($0)" }
    lines = ids.enumerated().map { index, id in
      var parts = ["id: \(id)", "name: Person \(id)"]
      // Superiors stand before, so that there is no cycle.
      if index > 0, random.chance(85) { parts.append("manager: p\(random.number(1...index))") }
      if random.chance(60) { parts.append("signing-limit: \(random.number(1...30) * 100)") }
      let groups = Self.groups.dropLast().filter { _ in random.chance(40) }
      if !groups.isEmpty { parts.append("groups: [\(groups.joined(separator: ", "))]") }
      return parts.joined(separator: ", ")
    }
    people = ids.map { PersonID($0) } + [Self.administrator]
  }

  /// The file, with some of the people disabled, some who delegate, and queues with members.
  func yaml(
    disabled: Set<PersonID> = [], delegations: [(from: PersonID, to: PersonID)] = [],
    members: [PersonID] = [administrator], isOnHold: Bool = false
  ) -> String {
    let rules = delegations.map { "{ from: \($0.from), to: \($0.to), scope: all }" }
    let users = zip(people, lines).map { id, line in
      "  - { \(line)\(disabled.contains(id) ? ", disabled: true" : "") }"
    }
    return """
      organization: Simulated
      time-zone: Europe/Copenhagen
      currency: EUR
      administrators: [root]
      users:
      \(users.joined(separator: "\n"))
        - { id: root, name: Root }
      groups: { checkers: [root], auditors: [], none: [] }
      queues:
        desk: { members: [\(members.map(\.rawValue).joined(separator: ", "))], administrators: [root] }
        vault: { members: [p1, root], status: \(isOnHold ? "on-hold" : "active") }
        by-size: { rules: [ { when: amount > 900, queue: vault } ], otherwise: desk }
      calendars: { office: { week: { mon-fri: "09:00-17:00" } } }
      delegations: [\(rules.joined(separator: ", "))]
      """
  }
}
