// Reads what several kinds of elements share: assignments, policies, automatic actions, `allow`.

extension ElementReader {
  /// The assignment under `assign`, which is required.
  public mutating func requiredAssignment() -> Assignment? {
    let example = "{ group: receipts }"
    guard let node = mapping.requiredNode("assign", example: example) else { return nil }
    return inside(node, as: "an assignment", example: "assign: \(example)") { reader in
      let fallback = reader.fallback(example: "{ administrators: true }")
      guard let provider = reader.provider(at: node.location) else { return nil }
      return Assignment(provider: provider, fallback: fallback, location: node.location)
    }
  }

  private mutating func fallback(example: String) -> (any AssignmentProvider)? {
    guard let node = mapping.node("fallback") else { return nil }
    return inside(node, as: "a fallback", example: "fallback: \(example)") {
      $0.provider(at: node.location)
    }
  }

  /// The provider whose keyword is among the keys of this mapping.
  mutating func provider(at location: SourceLocation) -> (any AssignmentProvider)? {
    let found = language.providers.filter { mapping.has($0.keyword) }
    if found.count == 1, let provider = found.first { return provider.parse(&self) }
    let keywords = language.providers.map { "`\($0.keyword)`" }.joined(separator: ", ")
    if found.count > 1 {
      for provider in found { _ = mapping.node(provider.keyword) }
      mapping.error(
        at: location,
        "several ways to say who is asked: \(found.map { $0.keyword }.joined(separator: ", "))",
        "Keep one of them")
    } else if !mapping.keys.contains(where: { language.laterKeys.contains($0) }) {
      // A key of a later release or a slip is reported by itself.
      for provider in language.providers { _ = mapping.node(provider.keyword) }
      let isSlip = mapping.keys.contains { key in
        key != "fallback"
          && Spelling.nearest(to: key, among: language.providers.map { $0.keyword }) != nil
      }
      if isSlip { return nil }
      mapping.error(at: location, "nobody is named to be asked", "Write one of \(keywords)")
    }
    return nil
  }

  /// Reads `true` for a provider that needs no more than its keyword, such as `owner: true`.
  mutating func isTrue(_ keyword: String) -> Bool {
    guard mapping.requiredNode(keyword, example: "true") != nil,
      let isWanted = mapping.bool(keyword)
    else { return false }
    if !isWanted {
      mapping.error(
        at: mapping.location(ofValue: keyword), "`\(keyword): false` asks nobody",
        "Write `\(keyword): true` or name somebody else")
    }
    return isWanted
  }

  /// The path of a field, in either spelling: `cash-advance`, `project.owner`.
  mutating func requiredField(_ key: String, example: String) -> FieldReference? {
    guard mapping.requiredNode(key, example: example) != nil,
      let (scalar, location) = mapping.scalar(key, example: example)
    else { return nil }
    let words = scalar.text.split(separator: ".", omittingEmptySubsequences: false)
    let isPath =
      words.count <= 8
      && words.allSatisfy { word in
        !word.isEmpty && word.utf8.count <= 64
          && word.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
              || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
          }
      }
    guard isPath else {
      mapping.error(
        at: location, "\(quoted(scalar.text)) is no field", "Write a name such as `\(example)`")
      return nil
    }
    return FieldReference(words.map { Word(String($0)).hyphenated })
  }

  /// The policy under `policy`; the first of the language's policies that reads it, or the default.
  public mutating func policy(default usual: any CompletionPolicy) -> any CompletionPolicy {
    guard let (scalar, location) = mapping.scalar("policy", example: usual.description) else {
      return usual
    }
    for policy in language.policies {
      if let policy = policy.parse(scalar.text) { return policy }
    }
    let forms = language.policies.map { "`\($0.example)`" }.joined(separator: ", ")
    mapping.error(
      at: location, "unknown policy \(quoted(scalar.text))", "Write one of \(forms)")
    return usual
  }

  /// The automatic action; its answer must be one of those that the element knows.
  public mutating func automaticAction(_ answers: [AnswerKind]) -> AutomaticAction? {
    let example = "{ when: total < 100, do: \(answers.first?.rawValue ?? "approve") }"
    guard let node = mapping.node("automatic") else { return nil }
    return mapping.mapping(node, example: "automatic: \(example)") { inner in
      let when = inner.requiredExpression("when")
      guard inner.requiredNode("do", example: answers.first?.rawValue ?? "approve") != nil,
        let answer = inner.choice("do", as: AnswerKind.self)
      else { return nil }
      guard answers.contains(answer) else {
        inner.error(
          at: inner.location(ofValue: "do"), "`\(answer.rawValue)` is no answer to this element",
          "Write \(answers.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
        return nil
      }
      return when.map { AutomaticAction(when: $0, answer: answer) }
    }
  }

  /// The actions under `allow`; none when all are allowed. Reports a list that leaves out `needed`.
  public mutating func allowedActions(
    _ actions: [AllowedAction], needed: AllowedAction
  ) -> Set<AllowedAction>? {
    guard let texts = mapping.texts("allow", example: "[\(needed.rawValue), reject]") else {
      return nil
    }
    var result: Set<AllowedAction> = []
    var isReadable = true
    for (text, location) in texts {
      guard let action = mapping.choice(text, of: AllowedAction.self, at: location) else {
        isReadable = false
        continue
      }
      if !actions.contains(action) {
        mapping.error(
          at: location, "`\(action.rawValue)` is no action of this element",
          "Write \(actions.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
      } else if !result.insert(action).inserted {
        mapping.error(at: location, "`\(action.rawValue)` is there twice", "Remove it here")
      }
    }
    if isReadable, !result.contains(needed) {
      mapping.error(
        at: mapping.location(ofValue: "allow"),
        "without `\(needed.rawValue)` nobody can finish this element",
        "Add `\(needed.rawValue)`")
    }
    return result
  }
}
