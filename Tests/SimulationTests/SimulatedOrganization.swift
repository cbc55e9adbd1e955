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

  /// The file, with some of the people disabled.
  func yaml(disabled: Set<PersonID> = []) -> String {
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
      """
  }
}
