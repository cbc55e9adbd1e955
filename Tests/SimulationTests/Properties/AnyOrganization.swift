// The people of a walk: under each other, in groups and queues, acting for each other.

import Workflow

struct AnyOrganization {
  static let administrator = PersonID("root")
  let people: [PersonID] = ["p1", "p2", "p3", "p4", "p5", administrator]
  private var managers: [String] = []
  private var limits: [Int] = []
  /// Who is away now, who acts for whom, and whether a queue rests.
  var disabled: Set<PersonID> = []
  var delegations: [(from: PersonID, to: PersonID)] = []
  var vaultStatus = "active"

  init(_ random: inout SeededGenerator) {
    for index in 0..<5 {
      // Superiors stand before, so that there is no circle.
      managers.append(index == 0 || random.chance(15) ? "" : "p\(random.number(1...index))")
      limits.append(random.number(1...20) * 100)
    }
    changeDelegations(&random)
  }

  /// Somebody comes or goes, somebody acts for somebody, a queue rests.
  mutating func change(_ random: inout SeededGenerator) {
    let away = random.chance(60) ? random.pick(people) : nil
    disabled = away.map { $0 == Self.administrator ? [] : [$0] } ?? []
    vaultStatus = random.one(of: "active", "active", "on-hold", "inactive")
    changeDelegations(&random)
  }

  private mutating func changeDelegations(_ random: inout SeededGenerator) {
    delegations = (0..<random.number(0...2)).compactMap { _ in
      guard let from = random.pick(people), let to = random.pick(people), from != to else {
        return nil
      }
      return (from, to)
    }
  }

  /// Everybody is here and every queue is open.
  mutating func becomeUsual() {
    disabled = []
    delegations = []
    vaultStatus = "active"
  }

  var yaml: String {
    let users = (0..<5).map { index in
      let manager = managers[index].isEmpty ? "" : ", manager: \(managers[index])"
      let isAway = disabled.contains(people[index]) ? ", disabled: true" : ""
      return "  - { id: \(people[index]), name: Person \(index + 1)\(manager), "
        + "signing-limit: \(limits[index])\(isAway) }"
    }
    let rules = delegations.map { "{ from: \($0.from), to: \($0.to), scope: all }" }
    return """
      organization: Any
      time-zone: Europe/Copenhagen
      currency: EUR
      administrators: [root]
      users:
      \(users.joined(separator: "\n"))
        - { id: root, name: Root }
      groups: { checkers: [p1, p2], everyone: [p1, p2, p3, p4, p5], none: [] }
      queues:
        desk: { members: [p2, p3, root], administrators: [p4] }
        vault: { members: [p1, root], status: \(vaultStatus) }
        by-size: { rules: [ { when: amount > 900, queue: vault } ], otherwise: desk }
      calendars: { office: { week: { mon-fri: "09:00-17:00" } } }
      cost-centers: { c1: { title: One, owner: p3 }, c2: { title: Two, owner: p5 } }
      delegations: [\(rules.joined(separator: ", "))]
      """
  }
}
