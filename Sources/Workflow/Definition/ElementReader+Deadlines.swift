// Reads the time that people have: `limit`, `due`, `calendar`, `remind`, `escalate`, `finally`.

extension ElementReader {
  /// The deadline of a task, a choice or a step, with its escalation path.
  ///
  /// - Parameters:
  ///   - answers: what the system may answer at the end.
  ///   - outcomes: the outcomes that it may choose at the end.
  public mutating func deadline(answers: [AnswerKind], outcomes: [NamedOutcome] = []) -> Deadline {
    let limit = mapping.timeLimit()
    let reminders = mapping.reminders()
    let path = escalation(answers, outcomes)
    return Deadline(
      limit: limit, reminders: reminders, escalation: path.entries, finally: path.finally,
      location: limitLocation)
  }

  /// The deadline of an approval as a whole, with its own `finally`.
  public mutating func wholeDeadline(answers: [AnswerKind]) -> Deadline {
    let limit = mapping.timeLimit()
    let reminders = mapping.reminders()
    let finally = finalAction(answers, [])
    if finally != nil, !mapping.has("limit"), !mapping.has("due") {
      mapping.error(
        at: mapping.location(of: "finally"), "`finally` acts at a limit, but there is none",
        "Add `limit: 10 days`, or remove `finally`")
    }
    return Deadline(
      limit: limit, reminders: reminders, finally: finally, location: limitLocation)
  }

  private var limitLocation: SourceLocation {
    mapping.location(of: mapping.has("limit") ? "limit" : "due")
  }

  private mutating func escalation(
    _ answers: [AnswerKind], _ outcomes: [NamedOutcome]
  ) -> (entries: [EscalationEntry], finally: FinalAction?) {
    let last = answers.first?.rawValue ?? outcomes.first?.name ?? "reject"
    let example = "[ { assign: { user: donna }, limit: 1 day }, { finally: \(last) } ]"
    guard let node = mapping.node("escalate") else { return ([], nil) }
    if !mapping.has("limit"), !mapping.has("due") {
      mapping.error(
        at: mapping.location(of: "escalate"), "`escalate` begins at a limit, but there is none",
        "Add `limit: 2 days`, or remove `escalate`")
    }
    let nodes = sequence(node, of: "escalate", example: example)
    var entries: [EscalationEntry] = []
    var finally: FinalAction?
    for (index, node) in nodes.enumerated() {
      let isFinal = node.mapping?.contains { $0.key == "finally" } ?? false
      if isFinal {
        finally = inside(node, as: "the last entry", example: "- finally: \(last)") { reader in
          reader.finalAction(answers, outcomes)
        }
        if index < nodes.count - 1 {
          mapping.error(
            at: node.location, "`finally` ends the path, but entries follow it",
            "Move it to the end of `escalate`")
        }
        continue
      }
      if let entry = escalationEntry(node) { entries.append(entry) }
      if index == nodes.count - 1, node.mapping != nil {
        mapping.error(
          at: node.location, "the last entry of `escalate` is the final action",
          "Add `- finally: \(last)` behind it")
      }
    }
    return (entries, finally)
  }

  private mutating func escalationEntry(_ node: YAMLNode) -> EscalationEntry? {
    let example = "- { assign: { user: donna }, limit: 1 day }"
    return inside(node, as: "an entry of `escalate`", example: example) { reader in
      let limit = reader.mapping.timeLimit()
      if !reader.mapping.has("limit"), !reader.mapping.has("due") {
        _ = reader.mapping.requiredNode("limit", example: "1 day")
      }
      guard let assignment = reader.requiredAssignment() else { return nil }
      return EscalationEntry(assignment: assignment, limit: limit)
    }
  }

  private mutating func finalAction(
    _ answers: [AnswerKind], _ outcomes: [NamedOutcome]
  ) -> FinalAction? {
    let words = outcomes.map(\.name) + answers.map(\.rawValue)
    guard let (scalar, location) = mapping.scalar("finally", example: words.first ?? "reject")
    else { return nil }
    if outcomes.contains(where: { $0.name == scalar.text }) { return .outcome(scalar.text) }
    if let answer = AnswerKind(rawValue: scalar.text), answers.contains(answer) {
      return .answer(answer)
    }
    let meant = Spelling.nearest(to: scalar.text, among: words)
    mapping.error(
      at: location, "\(quoted(scalar.text)) is no final action of this element",
      meant.map { "Did you mean `\($0)`?" }
        ?? "Write \(words.map { "`\($0)`" }.joined(separator: ", "))")
    return nil
  }

  /// The final approver under `final-approver`.
  public mutating func finalApprover() -> FinalApprover? {
    let example = "{ user: erin, otherwise: carol }"
    guard let node = mapping.node("final-approver") else { return nil }
    return mapping.mapping(node, example: "final-approver: \(example)") { inner in
      let user = inner.requiredText("user", example: "erin")
      let otherwise = inner.text("otherwise", example: "carol")
      return user.map {
        FinalApprover(
          user: PersonID($0), otherwise: otherwise.map { PersonID($0) },
          location: inner.location(ofValue: "user"),
          otherwiseLocation: inner.location(ofValue: "otherwise"))
      }
    }
  }
}
