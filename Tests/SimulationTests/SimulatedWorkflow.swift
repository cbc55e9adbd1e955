// A random workflow, written as the file that an administrator would write.

import Workflow

struct SimulatedWorkflow {
  var random: SeededGenerator
  private var count = 0
  let people: [PersonID]
  let isOfLine: Bool

  /// The text of a workflow of this name for whole documents, or for their lines.
  static func yaml(
    _ name: String, people: [PersonID], ofLine: Bool = false, head: [String] = [],
    _ random: inout SeededGenerator
  ) -> String {
    var workflow = SimulatedWorkflow(random: random, people: people, isOfLine: ofLine)
    let text = workflow.text(name, head)
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

  /// Those that elements of others start: for lines, and for related documents.
  static let lineWorkflows = ["line-a", "line-b"]
  static let related = "related"

  private init(random: SeededGenerator, people: [PersonID], isOfLine: Bool) {
    self.random = random
    self.people = people
    self.isOfLine = isOfLine
  }

  private mutating func text(_ name: String, _ head: [String]) -> String {
    var lines = ["workflow: \(name)", "title: \(name)", "type: note"] + head
    if isOfLine {
      lines.append("level: line")
    } else if head.isEmpty {
      if random.chance(70) { lines.append("activation: \(condition())") }
      lines.append("priority: \(random.number(1...9))")
    }
    if random.chance(20) { lines.append("submitter-may-approve: false") }
    if random.chance(20) { lines.append("keep-approvals: true") }
    if random.chance(30) { lines.append("owner: p1") }
    lines.append("elements:")
    lines += elements(depth: isOfLine ? 1 : 0, indent: "  ", atLeast: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  mutating func elements(depth: Int, indent: String, atLeast: Int) -> [String] {
    (0..<random.number(atLeast...(depth == 0 ? 3 : 2))).flatMap { _ in
      element(depth: depth, indent: indent)
    }
  }

  private mutating func element(depth: Int, indent: String) -> [String] {
    count += 1
    let name = "e\(count)"
    switch random.number(0...(depth < 2 ? 19 : 8)) {
    case 0...2: return task(name, indent)
    case 3...6: return approval(name, indent)
    case 7...8:
      return [
        "\(indent)- automated: \(name)",
        "\(indent)  run: \(random.one(of: "inside", "inside", "outside"))",
      ] + (random.chance(30) ? ["\(indent)  again: true"] : [])
    case 9...10: return decision(name, depth, indent)
    case 11...12: return choice(name, depth, indent)
    case 13...15: return parallel(name, depth, indent)
    case 16: return repetition(name, depth, indent)
    case 17: return isOfLine ? task(name, indent) : subworkflow(name, indent)
    default: return isOfLine ? approval(name, indent) : lines(name, indent)
    }
  }

  private mutating func task(_ name: String, _ indent: String) -> [String] {
    var lines = ["\(indent)- task: \(name)", "\(indent)  assign: \(assignment(mayQueue: true))"]
    if random.chance(20) {
      lines.append(
        "\(indent)  automatic: { when: \(condition()), do: "
          + "\(random.one(of: "complete", "complete", "reject")) }")
    }
    let hasOutcomes = random.chance(20)
    if hasOutcomes {
      lines.append("\(indent)  outcomes: { fine: complete, well: complete, wrong: return }")
    }
    if random.chance(20) { lines.append("\(indent)  allow: [complete, reject, delegate]") }
    lines += deadline(
      indent + "  ", finally: hasOutcomes ? ["fine", "wrong"] : ["complete", "reject"])
    lines += restartAndFinal(indent + "  ")
    return lines
  }

  private mutating func approval(_ name: String, _ indent: String) -> [String] {
    var lines = ["\(indent)- approval: \(name)"]
    if random.chance(20) {
      lines.append(
        "\(indent)  automatic: { when: \(condition()), do: "
          + "\(random.one(of: "approve", "approve", "deny")) }")
    }
    if random.chance(20) { lines.append("\(indent)  allow: [approve, reject, delegate]") }
    if random.chance(20) { lines.append("\(indent)  skip-approved: true") }
    let isLimited = random.chance(15)
    if isLimited {
      lines.append("\(indent)  limit: \(span())")
      if random.chance(60) {
        lines.append("\(indent)  finally: \(random.one(of: "approve", "reject"))")
      }
    }
    lines += restartAndFinal(indent + "  ", hasSteps: true)
    lines.append("\(indent)  steps:")
    for step in 1...random.number(1...3) {
      lines.append("\(indent)    - step: s\(step)")
      if random.chance(30) { lines.append("\(indent)      when: \(condition())") }
      lines.append("\(indent)      assign: \(assignment())")
      lines.append(
        "\(indent)      policy: \(random.one(of: "single", "all", "majority", "60%"))")
      if random.chance(15) { lines.append("\(indent)      tally: votes") }
      if !isLimited { lines += deadline(indent + "      ", finally: ["approve", "reject"]) }
    }
    return lines
  }

  private mutating func choice(_ name: String, _ depth: Int, _ indent: String) -> [String] {
    var lines = [
      "\(indent)- choice: \(name)", "\(indent)  assign: \(assignment(mayQueue: true))",
    ]
    lines += deadline(indent + "  ", finally: ["left", "right"])
    lines.append("\(indent)  outcomes:")
    for outcome in ["left", "right"] {
      let inner = elements(depth: depth + 1, indent: indent + "        ", atLeast: 0)
      lines += ["\(indent)    \(outcome):", "\(indent)      title: To the \(outcome)"]
      if !inner.isEmpty { lines += ["\(indent)      elements:"] + inner }
    }
    return lines
  }

  private mutating func decision(_ name: String, _ depth: Int, _ indent: String) -> [String] {
    var lines = ["\(indent)- decision: \(name)", "\(indent)  when: \(condition())"]
    let yes = elements(depth: depth + 1, indent: indent + "    ", atLeast: 0)
    let no = elements(depth: depth + 1, indent: indent + "    ", atLeast: yes.isEmpty ? 1 : 0)
    lines += yes.isEmpty ? ["\(indent)  yes: []"] : ["\(indent)  yes:"] + yes
    lines += no.isEmpty ? ["\(indent)  no: []"] : ["\(indent)  no:"] + no
    return lines
  }

  private mutating func parallel(_ name: String, _ depth: Int, _ indent: String) -> [String] {
    let branches = random.number(2...3)
    var lines = [
      "\(indent)- parallel: \(name)",
      "\(indent)  join: \(random.one(of: "all", "all", "1", "2"))", "\(indent)  branches:",
    ]
    for branch in 1...branches {
      let inner = elements(depth: depth + 1, indent: indent + "        ", atLeast: 1)
      lines += ["\(indent)    - branch: b\(branch)", "\(indent)      elements:"] + inner
    }
    return lines
  }

  private mutating func repetition(_ name: String, _ depth: Int, _ indent: String) -> [String] {
    [
      "\(indent)- repeat: \(name)", "\(indent)  while: \(condition())",
      "\(indent)  at-most: \(random.number(1...3))", "\(indent)  elements:",
    ] + elements(depth: depth + 1, indent: indent + "    ", atLeast: 1)
  }

  private mutating func lines(_ name: String, _ indent: String) -> [String] {
    var lines = ["\(indent)- lines: \(name)"]
    if random.chance(70) {
      lines.append(
        "\(indent)  route: [ { when: line.amount > \(random.number(1...9) * 100), workflow: line-a } ]"
      )
      if random.chance(60) { lines.append("\(indent)  otherwise: line-b") }
    } else {
      lines.append("\(indent)  otherwise: line-b")
    }
    return lines
  }

  private mutating func subworkflow(_ name: String, _ indent: String) -> [String] {
    [
      "\(indent)- subworkflow: \(name)", "\(indent)  workflow: \(Self.related)",
      "\(indent)  document: related", "\(indent)  wait: \(random.chance(70))",
    ]
  }

  mutating func condition() -> String {
    switch random.number(0...(isOfLine ? 5 : 4)) {
    case 0: "amount > \(random.number(1...25) * 100)"
    case 1: "amount < \(random.number(1...25) * 100)"
    case 2: "country == \"DK\""
    case 3: "country != \"DK\" and amount >= \(random.number(1...20) * 100)"
    // The share is sometimes absent: arithmetic with nothing fails, as an expression may.
    case 4: "amount * share > 500"
    default: "line.amount > \(random.number(1...9) * 100)"
    }
  }
}
