// The elements of a random workflow, each with every key that it may carry.

import Workflow

extension AnyWorkflow {
  mutating func task(_ name: String) -> [String] {
    var parts = ["task: \(name)"] + words() + ["assign: \(assignment(mayQueue: true))"]
    var answers = ["complete", "reject"]
    if random.chance(30) {
      let outcomes = [
        "fine: complete", "well: { title: Well done, do: complete }", "wrong: return",
        "ask: request-change", "no: deny",
      ]
      let kept = outcomes.enumerated().filter { $0.offset == 0 || random.chance(50) }
        .map(\.element)
      parts.append("outcomes: { \(kept.joined(separator: ", ")) }")
      answers = kept.compactMap { $0.split(separator: ":").first.map(String.init) }
    } else if random.chance(25) {
      parts.append(automatic(forward: "complete"))
    }
    if random.chance(20) { parts.append("allow: [complete, reject, delegate]") }
    parts += deadline(finally: answers)
    return parts + restart(["element", "workflow"])
  }

  mutating func approval(_ name: String) -> [String] {
    var parts = ["approval: \(name)"] + words()
    if random.chance(20) { parts.append(automatic(forward: random.one(of: "approve", "deny"))) }
    if random.chance(20) { parts.append("allow: [approve, request-change, delegate]") }
    if random.chance(25) { parts.append("skip-approved: true") }
    if random.chance(25) {
      let otherwise = random.chance(70) ? ", otherwise: root" : ""
      parts.append("final-approver: { user: \(random.pick(people) ?? "p1")\(otherwise) }")
    }
    let isLimited = random.chance(20)
    if isLimited {
      parts += limit()
      if random.chance(60) { parts.append("finally: \(random.one(of: "approve", "reject"))") }
    }
    parts += restart(["element", "step", "workflow"])
    let steps = (1...random.number(1...3)).map { step("s\($0)", isLimited: isLimited) }
    return parts + ["steps: [ \(steps.joined(separator: ", ")) ]"]
  }

  private mutating func step(_ name: String, isLimited: Bool) -> String {
    var parts = ["step: \(name)"]
    if random.chance(30) { parts.append("when: \(condition())") }
    if random.chance(20) { parts += words() }
    parts.append("assign: \(assignment())")
    let policy = random.one(of: "single", "all", "majority", "60%", "100%")
    parts.append("policy: \(policy)")
    if random.chance(25) { parts.append("tally: votes") }
    if !isLimited { parts += deadline(finally: ["approve", "reject"]) }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  mutating func choice(_ name: String, _ depth: Int) -> [String] {
    var parts = ["choice: \(name)"] + words() + ["assign: \(assignment(mayQueue: true))"]
    parts += deadline(finally: ["left", "right", "reject"]) + restart(["element", "workflow"])
    let left = "left: { title: To the left, elements: \(inner(depth, atLeast: 0)) }"
    let right = random.chance(50) ? "right: { title: On }" : "right: { title: R, elements: [] }"
    return parts + ["outcomes: { \(left), \(right) }"]
  }

  mutating func decision(_ name: String, _ depth: Int) -> [String] {
    [
      "decision: \(name)", "when: \(condition())", "yes: \(inner(depth, atLeast: 1))",
      "no: \(inner(depth, atLeast: 0))",
    ]
  }

  mutating func automated(_ name: String) -> [String] {
    ["automated: \(name)", "run: \(random.one(of: "record", "tell"))"]
      + (random.chance(30) ? ["again: true"] : [])
  }

  mutating func parallel(_ name: String, _ depth: Int) -> [String] {
    let branches = (1...random.number(2...3)).map { number in
      "{ branch: b\(number), elements: \(inner(depth, atLeast: number == 3 ? 0 : 1)) }"
    }
    let join = random.one(of: "all", "all", "1", "2")
    return [
      "parallel: \(name)", "join: \(join)", "branches: [ \(branches.joined(separator: ", ")) ]",
    ]
  }

  mutating func repetition(_ name: String, _ depth: Int) -> [String] {
    [
      "repeat: \(name)", "while: \(condition())", "at-most: \(random.number(1...3))",
      "elements: \(inner(depth, atLeast: 1))",
    ]
  }

  mutating func linesElement(_ name: String) -> [String] {
    var parts = ["lines: \(name)"]
    let isRouted = random.chance(60)
    if isRouted {
      parts.append(
        "route: [ { when: line.amount > \(random.number(1...9) * 100), workflow: line-a } ]")
    }
    if !isRouted || random.chance(60) { parts.append("otherwise: line-b") }
    return parts
  }

  mutating func subworkflow(_ name: String) -> [String] {
    [
      "subworkflow: \(name)", "workflow: \(Self.related)", "document: related",
      "wait: \(random.chance(70))",
    ] + restart(["element", "workflow"])
  }

  private mutating func restart(_ words: [String]) -> [String] {
    random.chance(25) ? ["restart: \(random.pick(words) ?? "element")"] : []
  }

  private mutating func words() -> [String] {
    random.chance(25)
      ? ["subject: { en: \"See {document.title}\", da: Se }", "instructions: \"Of {originator}\""]
      : []
  }
}
