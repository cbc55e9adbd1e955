// Reads `notify` of a workflow and of elements.

extension ElementReader {
  private static var example: String { "{ completed: [originator, { user: sue }] }" }
  private static var words: [String] {
    ["originator", "owner", "administrators", "previous-approver"]
  }

  /// The rules under `notify`, for these events.
  mutating func notificationRules(of events: [NotificationEvent]) -> NotificationRules {
    guard let node = mapping.node("notify") else { return NotificationRules() }
    guard let entries = node.mapping else {
      mapping.error(
        at: node.location, "`notify` names who is told of which event, found \(node.kind)",
        "Write `notify: \(Self.example(of: events))`")
      return NotificationRules()
    }
    var rules: [NotificationRule] = []
    for entry in entries where !mapping.isFull {
      guard let event = NotificationEvent(rawValue: entry.key), events.contains(event) else {
        report(unknown: entry, among: events)
        continue
      }
      rules += self.rules(of: event, entry.value)
    }
    return NotificationRules(rules)
  }

  private static func example(of events: [NotificationEvent]) -> String {
    "{ \(events.first?.rawValue ?? "completed"): [originator] }"
  }

  private mutating func report(unknown entry: YAMLEntry, among events: [NotificationEvent]) {
    let elsewhere = NotificationEvent(rawValue: entry.key).flatMap { event in
      NotificationEvent.ofWorkflow.contains(event)
        ? "It may stand in `notify` of the workflow itself"
        : NotificationEvent.ofApproval.contains(event) || NotificationEvent.ofTask.contains(event)
          ? "It may stand in `notify` of "
            + (event == .approve
              ? "an approval"
              : event == .complete
                ? "a task or a choice"
                : "an approval, a task or a choice")
          : "Whom it concerns is told of it without a rule"
    }
    let words = events.map(\.rawValue)
    let nearest = Spelling.nearest(to: entry.key, among: words)
    mapping.error(
      at: entry.keyLocation, "\(quoted(entry.key)) is no event that is told here",
      elsewhere ?? nearest.map { "Did you mean `\($0)`?" }
        ?? "Write \(words.map { "`\($0)`" }.joined(separator: ", "))")
  }

  /// One receiver, a list of them, `{ to: …, text: … }`, or a list in which some are such.
  private mutating func rules(of event: NotificationEvent, _ node: YAMLNode) -> [NotificationRule] {
    guard let nodes = node.sequence else { return [rule(of: event, node)].compactMap { $0 } }
    var rules: [NotificationRule] = []
    var plain: [NotificationReceiver] = []
    for node in nodes where !mapping.isFull {
      if node.isRuleWithText {
        if let rule = rule(of: event, node) { rules.append(rule) }
      } else if let receiver = receiver(node) {
        plain.append(receiver)
      }
    }
    // An empty list is a rule as well: nobody is told.
    let isEmpty = rules.isEmpty && nodes.isEmpty
    guard !plain.isEmpty || isEmpty else { return rules }
    return rules + [NotificationRule(event, to: plain, location: node.location)]
  }

  private mutating func rule(of event: NotificationEvent, _ node: YAMLNode) -> NotificationRule? {
    guard node.isRuleWithText else {
      return receiver(node).map { NotificationRule(event, to: [$0], location: node.location) }
    }
    return inside(node, example: "{ to: [originator], text: \"{last comment}\" }") { reader in
      let text = reader.mapping.localizedTemplate("text")
      guard let to = reader.mapping.requiredNode("to", example: "[originator]") else { return nil }
      let receivers = (to.sequence ?? [to]).compactMap { reader.receiver($0) }
      return NotificationRule(event, to: receivers, text: text, location: node.location)
    }
  }

  private mutating func receiver(_ node: YAMLNode) -> NotificationReceiver? {
    if let scalar = node.scalar, !scalar.isNull { return receiver(scalar.text, at: node.location) }
    let providers = "`{ user: sue }`, `{ group: tax }`, `{ hierarchy: manager }`"
    guard node.mapping != nil else {
      mapping.error(
        at: node.location, "a receiver is a word or a mapping, found \(node.kind)",
        "Write \(Self.allWords), or \(providers)")
      return nil
    }
    return inside(node, example: "{ user: sue }") { reader in
      reader.provider(at: node.location).map { .people($0) }
    }
  }

  private static var allWords: String {
    (words + ["participants", "involved"]).map { "`\($0)`" }.joined(separator: ", ")
  }

  private mutating func receiver(
    _ word: String, at location: SourceLocation
  ) -> NotificationReceiver? {
    switch word {
    case "participants": return .participants
    case "involved": return .involved
    case "originator": return .people(OriginatorProvider())
    case "owner": return .people(OwnerProvider(location: location))
    case "administrators": return .people(AdministratorsProvider())
    case "previous-approver": return .people(PreviousApproverProvider())
    default:
      let nearest = Spelling.nearest(to: word, among: Self.words + ["participants", "involved"])
      mapping.error(
        at: location, "unknown receiver \(quoted(word))",
        nearest.map { "Did you mean `\($0)`?" }
          ?? "Write \(Self.allWords), or a person as `{ user: \(word) }`")
      return nil
    }
  }
}

extension YAMLNode {
  fileprivate var isRuleWithText: Bool {
    mapping?.contains { $0.key == "to" || $0.key == "text" } == true
  }
}
