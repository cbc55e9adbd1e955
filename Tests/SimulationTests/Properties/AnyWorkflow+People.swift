// Who is asked by a random workflow, and until when.

import Workflow

extension AnyWorkflow {
  mutating func assignment(mayQueue: Bool = false) -> String {
    var parts = [mayQueue && random.chance(25) ? queue() : provider()]
    if random.chance(70) {
      let fallback = random.one(of: "administrators: true", "user: p2", "group: everyone")
      parts.append("fallback: { \(fallback) }")
    }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private mutating func queue() -> String { "queue: \(random.one(of: "desk", "vault", "by-size"))" }

  private mutating func provider() -> String {
    switch random.number(0...11) {
    case 0: return "user: \(random.pick(people) ?? "root")"
    case 1, 2, 3:
      let some = people.filter { _ in random.chance(50) }
      return "users: [\((some.isEmpty ? people : some).map(\.rawValue).joined(separator: ", "))]"
    case 4: return "group: \(random.one(of: "checkers", "everyone", "none"))"
    case 5: return "originator: true"
    case 6: return "administrators: true"
    case 7: return "previous-approver: true"
    case 8: return "owner: true"
    case 9: return "field: \(random.one(of: "approver", "lines.approver", "cost-center.owner"))"
    default: return hierarchy()
    }
  }

  private mutating func hierarchy() -> String {
    var text = "hierarchy: manager"
    text += ", from: \(random.one(of: "originator", "originator", "owner", "{ user: p5 }"))"
    if random.chance(70) { text += ", until: signing_limit >= amount" }
    text += ", take: \(random.one(of: "all", "last", "{ except: signing_limit < 500 }"))"
    return text + (random.chance(60) ? ", at-top: take" : "")
  }

  mutating func limit() -> [String] {
    let span = random.one(of: "5 minutes", "2 hours", "1 day", "1 week", "1 month")
    let day = random.one(of: "friday of week 2", "friday")
    var parts = [random.chance(85) ? "limit: \(span)" : "due: \(day)"]
    if random.chance(30) { parts.append("calendar: \(random.one(of: "office", "none"))") }
    if random.chance(35) {
      let words = random.one(of: "1 minute before", "every 10 minutes after", "1 hour before")
      parts.append("remind: [\(words)]")
    }
    return parts
  }

  /// A limit with reminders and an escalation, now and then.
  mutating func deadline(finally words: [String]) -> [String] {
    guard random.chance(35) else { return [] }
    let parts = limit()
    guard random.chance(60) else { return parts }
    var entries: [String] = []
    for _ in 0..<random.number(0...2) {
      let somebody = random.one(
        of: "user: \(random.pick(people) ?? "root")", "owner: true",
        "hierarchy: manager, fallback: { user: root }")
      entries.append("{ assign: { \(somebody) }, limit: \(random.one(of: "1 hour", "2 days")) }")
    }
    entries.append("{ finally: \(random.pick(words) ?? "approve") }")
    return parts + ["escalate: [ \(entries.joined(separator: ", ")) ]"]
  }
}
