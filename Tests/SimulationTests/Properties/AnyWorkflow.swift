// A random workflow over the whole language, written as the file that an administrator would write.

import Workflow

/// Not every text passes checking; who asks tries until one does.
struct AnyWorkflow {
  var random: SeededGenerator
  let people: [PersonID]
  let isOfLine: Bool
  private var count = 0

  /// The workflows that others start: for lines, and for related documents.
  static let lineWorkflows = ["line-a", "line-b"]
  static let related = "related"
  static let main = "main"

  /// The text of a workflow of this name.
  static func yaml(
    _ name: String, people: [PersonID], _ random: inout SeededGenerator
  ) -> String {
    let isOfLine = lineWorkflows.contains(name)
    var workflow = AnyWorkflow(random: random, people: people, isOfLine: isOfLine)
    let text = workflow.text(name)
    random = workflow.random
    return text
  }

  private init(random: SeededGenerator, people: [PersonID], isOfLine: Bool) {
    self.random = random
    self.people = people
    self.isOfLine = isOfLine
  }

  private mutating func text(_ name: String) -> String {
    var lines = [
      "workflow: \(name)", "title: Any \(name)", "type: note",
      "owner: \(random.pick(people) ?? "root")",
    ]
    if isOfLine { lines.append("level: line") }
    // Only a related document is from elsewhere.
    if name == Self.related { lines += ["activation: country == \"elsewhere\"", "priority: 9"] }
    if random.chance(25) { lines.append("submitter-may-approve: false") }
    if random.chance(20) { lines.append("keep-approvals: true") }
    if random.chance(30) {
      lines.append("instructions: { en: \"See {document.id}\", da: \"Se {document.id}\" }")
    }
    lines.append("elements:")
    let isSmall = isOfLine || name == Self.related
    for _ in 0..<random.number(isSmall ? 1...2 : 2...4) {
      lines.append("  - " + element(depth: isSmall ? 1 : 0))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One element in flow style, so that it may stand anywhere.
  mutating func element(depth: Int) -> String {
    count += 1
    let name = "e\(count)"
    let parts =
      switch random.number(0...(depth < 2 ? 17 : 7)) {
      case 0...2: task(name)
      case 3...6: approval(name)
      case 7: automated(name)
      case 8, 9: choice(name, depth)
      case 10, 11: decision(name, depth)
      case 12, 13: parallel(name, depth)
      case 14: repetition(name, depth)
      case 15 where !isOfLine && depth == 0: subworkflow(name)
      case 16 where !isOfLine, 17 where !isOfLine: linesElement(name)
      default: approval(name)
      }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  /// A sequence of elements inside another one.
  mutating func inner(_ depth: Int, atLeast: Int) -> String {
    let elements = (0..<random.number(atLeast...2)).map { _ in element(depth: depth + 1) }
    return "[ \(elements.joined(separator: ", ")) ]"
  }

  /// A condition on the document; now and then one that cannot be answered.
  mutating func condition() -> String {
    switch random.number(0...(isOfLine ? 8 : 7)) {
    case 0: "amount > \(random.number(1...15) * 100)"
    case 1: "amount < \(random.number(1...15) * 100)"
    case 2: "country == \"DK\""
    case 3: "country != \"DK\" and amount >= \(random.number(1...15) * 100)"
    case 4: "lines.any(amount > \(random.number(1...9) * 100))"
    case 5: "lines.count > \(random.number(0...2))"
    case 6: "country in [\"DK\", \"SE\"] or not checked"
    case 7: random.chance(40) ? "amount * share > 500" : "checked"
    default: "line.amount > \(random.number(1...9) * 100)"
    }
  }

  /// What an originator can mend: a document that nobody has checked is sent back by the system.
  private var isUnchecked: String { isOfLine ? "not line.checked" : "not checked" }

  /// An automatic action; one that sends back does so only until the originator has mended it.
  mutating func automatic(forward: String) -> String {
    let back = random.chance(30)
    let answer = back ? random.one(of: "reject", "reject", "request-change") : forward
    return "automatic: { when: \(back ? isUnchecked : condition()), do: \(answer) }"
  }
}
