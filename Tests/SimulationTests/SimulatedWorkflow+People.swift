// Who is asked by a random workflow, and until when.

import Workflow

extension SimulatedWorkflow {
  mutating func assignment(mayQueue: Bool = false) -> String {
    var parts = [mayQueue && random.chance(25) ? queue() : provider()]
    if random.chance(60) { parts.append("fallback: { administrators: true }") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private mutating func queue() -> String { "queue: \(random.one(of: "desk", "vault", "by-size"))" }

  private mutating func provider() -> String {
    switch random.number(0...8) {
    case 0: return "user: \(random.pick(people) ?? "root")"
    case 1, 2:
      let some = people.filter { _ in random.chance(50) }
      return "users: [\((some.isEmpty ? people : some).map(\.rawValue).joined(separator: ", "))]"
    case 3: return "group: \(random.pick(SimulatedOrganization.groups) ?? "none")"
    case 4: return "originator: true"
    case 5: return "administrators: true"
    case 6: return "previous-approver: true"
    case 7: return "owner: true"
    default:
      var text = "hierarchy: manager, from: originator"
      if random.chance(70) { text += ", until: signing_limit >= amount" }
      text += ", take: \(random.one(of: "all", "last"))"
      if random.chance(60) { text += ", at-top: take" }
      return text
    }
  }

  mutating func span() -> String {
    random.one(of: "5 minutes", "30 minutes", "2 hours", "1 day", "3 days")
  }

  /// A limit with reminders and an escalation, now and then.
  mutating func deadline(_ indent: String, finally words: [String]) -> [String] {
    guard random.chance(35) else { return [] }
    var lines = ["\(indent)limit: \(span())"]
    if random.chance(30) { lines.append("\(indent)calendar: \(random.one(of: "office", "none"))") }
    if random.chance(40) {
      lines.append(
        "\(indent)remind: [\(random.one(of: "1 minute before", "every 10 minutes after", "1 hour before"))]"
      )
    }
    guard random.chance(60) else { return lines }
    lines.append("\(indent)escalate:")
    for _ in 0..<random.number(0...2) {
      let person = random.pick(people) ?? "root"
      lines.append("\(indent)  - { assign: { user: \(person) }, limit: \(span()) }")
    }
    lines.append("\(indent)  - { finally: \(random.pick(words) ?? "approve") }")
    return lines
  }

  mutating func restartAndFinal(_ indent: String, hasSteps: Bool = false) -> [String] {
    var lines: [String] = []
    if random.chance(25) {
      let words = ["element", "workflow"] + (hasSteps ? ["step"] : [])
      lines.append("\(indent)restart: \(random.pick(words) ?? "element")")
    }
    if hasSteps, random.chance(20) {
      lines.append("\(indent)final-approver: { user: p1, otherwise: root }")
    }
    return lines
  }
}
