// Reads the outcomes that a workflow names, of a task and of a choice.

extension ElementReader {
  /// What an outcome of a task does, as files spell it; what it does in the words of answers.
  static let outcomeWords: [(word: String, answer: AnswerKind)] = [
    ("complete", .complete), ("return", .reject), ("request-change", .requestChange),
    ("deny", .deny),
  ]

  /// The outcomes of a task: `{ fine: complete, wrong: { title: Not right, do: return } }`; empty
  /// when there is no such key. One of them must complete.
  public mutating func taskOutcomes() -> [NamedOutcome] {
    let example = "{ fine: complete, wrong: return }"
    guard let node = mapping.node("outcomes") else { return [] }
    let outcomes = namedOutcomes(node, example: example) { reader, entry in
      guard let inner = entry.value.mapping else { return reader.taskOutcome(entry, example) }
      _ = inner
      return reader.inside(entry.value, as: "an outcome of a task", example: example) { reader in
        let title = reader.mapping.text("title", example: "Looks fine")
        guard let node = reader.mapping.requiredNode("do", example: "complete"),
          let answer = reader.outcomeAnswer(node)
        else { return nil }
        return NamedOutcome(
          name: entry.key, title: title, answer: answer, location: entry.keyLocation)
      }
    }
    if !outcomes.isEmpty, !outcomes.contains(where: { $0.answer == .complete }) {
      mapping.error(
        at: node.location, "without an outcome that completes nobody can finish this element",
        "Let one of them be `complete`")
    }
    return outcomes
  }

  private mutating func taskOutcome(_ entry: YAMLEntry, _ example: String) -> NamedOutcome? {
    outcomeAnswer(entry.value).map {
      NamedOutcome(name: entry.key, answer: $0, location: entry.keyLocation)
    }
  }

  private mutating func outcomeAnswer(_ node: YAMLNode) -> AnswerKind? {
    let words = Self.outcomeWords.map(\.word)
    guard let text = node.scalar?.text, !node.isNull else {
      mapping.error(
        at: node.location, "an outcome says what it does, found \(node.kind)",
        "Write \(words.map { "`\($0)`" }.joined(separator: ", "))")
      return nil
    }
    if let known = Self.outcomeWords.first(where: { $0.word == text }) { return known.answer }
    let meant = text == "reject" ? "return" : Spelling.nearest(to: text, among: words)
    mapping.error(
      at: node.location, "unknown word \(quoted(text))",
      meant.map { "Did you mean `\($0)`?" }
        ?? "Write \(words.map { "`\($0)`" }.joined(separator: ", "))")
    return nil
  }

  /// The outcomes of a choice, which are required: `{ call: { title: Call, elements: [ … ] } }`.
  public mutating func choiceOutcomes() -> [NamedOutcome] {
    let example = "{ call: { title: Call first, elements: [ … ] }, skip: { title: No call } }"
    guard let node = mapping.requiredNode("outcomes", example: example) else { return [] }
    return namedOutcomes(node, example: example) { reader, entry in
      if entry.value.isNull {
        return NamedOutcome(name: entry.key, location: entry.keyLocation)
      }
      return reader.inside(entry.value, as: "an outcome of a choice", example: example) { reader in
        let title = reader.mapping.text("title", example: "Call the manager first")
        let elements = reader.elements("elements", branch: entry.key)
        return NamedOutcome(
          name: entry.key, title: title, elements: elements, location: entry.keyLocation)
      }
    }
  }

  private mutating func namedOutcomes(
    _ node: YAMLNode, example: String,
    _ read: (inout ElementReader, YAMLEntry) -> NamedOutcome?
  ) -> [NamedOutcome] {
    guard let entries = node.mapping, !entries.isEmpty else {
      mapping.error(
        at: node.location, "`outcomes` names each outcome, found \(node.kind)",
        "Write `outcomes: \(example)`")
      return []
    }
    guard entries.count <= Self.greatestElementCount else {
      mapping.error(
        at: node.location, "`outcomes` has more than \(Self.greatestElementCount) entries",
        "Leave some out")
      return []
    }
    var result: [NamedOutcome] = []
    for entry in entries where mapping.isName(entry.key, at: entry.keyLocation, example: "fine") {
      if let outcome = read(&self, entry) { result.append(outcome) }
    }
    return result
  }
}
