// A random workflow, written as the file that an administrator would write.

import Workflow

struct SimulatedWorkflow {
  private var random: SeededGenerator
  private var count = 0
  private let people: [PersonID]

  /// The text of a workflow of this name.
  static func yaml(
    _ name: String, people: [PersonID], _ random: inout SeededGenerator
  ) -> String {
    var workflow = SimulatedWorkflow(random: random, people: people)
    let text = workflow.text(name)
    random = workflow.random
    return text
  }

  /// The one that runs when no other applies.
  static let usual = """
    workflow: usual
    title: Usual
    type: note
    elements:
      - task: look
        assign: { group: checkers }
      - automated: record
        run: inside
    """

  private init(random: SeededGenerator, people: [PersonID]) {
    self.random = random
    self.people = people
  }

  private mutating func text(_ name: String) -> String {
    var lines = ["workflow: \(name)", "title: \(name)", "type: note"]
    if random.chance(70) { lines.append("activation: \(condition())") }
    lines.append("priority: \(random.number(1...9))")
    if random.chance(20) { lines.append("submitter-may-approve: false") }
    if random.chance(30) { lines.append("owner: p1") }
    lines.append("elements:")
    lines += elements(depth: 0, indent: "  ", atLeast: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func elements(depth: Int, indent: String, atLeast: Int) -> [String] {
    (0..<random.number(atLeast...3)).flatMap { _ in element(depth: depth, indent: indent) }
  }

  private mutating func element(depth: Int, indent: String) -> [String] {
    count += 1
    let name = "e\(count)"
    switch random.number(0...(depth < 2 ? 9 : 7)) {
    case 0...2: return task(name, indent)
    case 3...5: return approval(name, indent)
    case 6...7:
      return [
        "\(indent)- automated: \(name)",
        "\(indent)  run: \(random.one(of: "inside", "inside", "outside"))",
      ]
    default:
      var lines = ["\(indent)- decision: \(name)", "\(indent)  when: \(condition())"]
      let yes = elements(depth: depth + 1, indent: indent + "    ", atLeast: 0)
      let no = elements(depth: depth + 1, indent: indent + "    ", atLeast: yes.isEmpty ? 1 : 0)
      lines += yes.isEmpty ? ["\(indent)  yes: []"] : ["\(indent)  yes:"] + yes
      lines += no.isEmpty ? ["\(indent)  no: []"] : ["\(indent)  no:"] + no
      return lines
    }
  }

  private mutating func task(_ name: String, _ indent: String) -> [String] {
    var lines = ["\(indent)- task: \(name)", "\(indent)  assign: \(assignment())"]
    if random.chance(20) {
      lines.append(
        "\(indent)  automatic: { when: \(condition()), do: "
          + "\(random.one(of: "complete", "complete", "reject")) }")
    }
    if random.chance(20) { lines.append("\(indent)  allow: [complete, reject]") }
    return lines
  }

  private mutating func approval(_ name: String, _ indent: String) -> [String] {
    var lines = ["\(indent)- approval: \(name)"]
    if random.chance(20) {
      lines.append(
        "\(indent)  automatic: { when: \(condition()), do: "
          + "\(random.one(of: "approve", "approve", "deny")) }")
    }
    if random.chance(20) { lines.append("\(indent)  allow: [approve, reject]") }
    lines.append("\(indent)  steps:")
    for step in 1...random.number(1...3) {
      lines.append("\(indent)    - step: s\(step)")
      if random.chance(30) { lines.append("\(indent)      when: \(condition())") }
      lines.append("\(indent)      assign: \(assignment())")
      lines.append(
        "\(indent)      policy: \(random.one(of: "single", "all", "majority", "60%"))")
    }
    return lines
  }

  private mutating func assignment() -> String {
    var parts = [provider()]
    if random.chance(60) { parts.append("fallback: { administrators: true }") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private mutating func provider() -> String {
    switch random.number(0...5) {
    case 0: return "user: \(random.pick(people) ?? "root")"
    case 1:
      let some = people.filter { _ in random.chance(50) }
      return "users: [\((some.isEmpty ? people : some).map(\.rawValue).joined(separator: ", "))]"
    case 2: return "group: \(random.pick(SimulatedOrganization.groups) ?? "none")"
    case 3: return "originator: true"
    case 4: return "administrators: true"
    default:
      var text = "hierarchy: manager, from: originator"
      if random.chance(70) { text += ", until: signing_limit >= amount" }
      text += ", take: \(random.one(of: "all", "last"))"
      if random.chance(60) { text += ", at-top: take" }
      return text
    }
  }

  private mutating func condition() -> String {
    switch random.number(0...4) {
    case 0: "amount > \(random.number(1...25) * 100)"
    case 1: "amount < \(random.number(1...25) * 100)"
    case 2: "country == \"DK\""
    case 3: "country != \"DK\" and amount >= \(random.number(1...20) * 100)"
    // The share is sometimes absent: arithmetic with nothing fails, as an expression may.
    default: "amount * share > 500"
    }
  }
}
