// Reads the work item queues and the rules that choose among them.

extension OrganizationReader {
  private static let example = "{ members: [hans] }"

  mutating func queues() -> (queues: [WorkItemQueue], rules: [QueueID: QueueRules]) {
    var queues: [WorkItemQueue] = []
    var rules: [QueueID: QueueRules] = [:]
    var chosen: [(QueueID, SourceLocation)] = []
    let all = entries("queues", example: "{ budget: \(Self.example) }")
    for entry in all where !mapping.isFull {
      let id = QueueID(entry.key)
      var people: [(PersonID, SourceLocation)] = []
      var names: [(QueueID, SourceLocation)] = []
      let isChoice = entry.value.mapping?.contains { $0.key == "rules" || $0.key == "otherwise" }
      if isChoice == true {
        rules[id] = mapping.mapping(entry.value, example: "{ otherwise: budget }") {
          $0.queueRules(names: &names)
        }
      } else {
        let queue = mapping.mapping(entry.value, example: Self.example) {
          $0.queue(id, named: &people)
        }
        if let queue { queues.append(queue) }
      }
      namedPeople += people
      chosen += names
    }
    check(chosen, among: all)
    return (queues, rules)
  }

  private mutating func check(_ chosen: [(QueueID, SourceLocation)], among all: [YAMLEntry]) {
    let choices = all.filter { $0.value.mapping?.contains { $0.key == "otherwise" } == true }
    let rules = Set(choices.map(\.key))
    let queues = all.map(\.key).filter { !rules.contains($0) }
    let known = Set(queues)
    for (id, location) in chosen where !mapping.isFull && !known.contains(id.rawValue) {
      if rules.contains(id.rawValue) {
        mapping.error(
          at: location, "\(quoted(id.rawValue)) chooses by rules itself",
          "Name a queue with members")
      } else {
        let nearest = Spelling.nearest(to: id.rawValue, among: queues)
        mapping.error(
          at: location, "unknown queue \(quoted(id.rawValue))",
          nearest.map { "Did you mean `\($0)`?" }
            ?? "Add it under `queues`, such as `queues: { \(id): \(Self.example) }`")
      }
    }
  }
}

extension MappingReader {
  fileprivate mutating func queue(
    _ id: QueueID, named: inout [(PersonID, SourceLocation)]
  ) -> WorkItemQueue {
    let title = text("title", example: "Budget")
    _ = requiredNode("members", example: "[hans]")
    let members = people("members", example: "[hans]", &named)
    let administrators = people("administrators", example: "[carol]", &named)
    let status = choice("status", as: WorkItemQueue.Status.self) ?? .active
    if has("members"), members.isEmpty, status == .active, node("members")?.sequence != nil {
      add([
        Finding(
          severity: .warning, location: location(ofValue: "members"),
          message: "the queue \(quoted(id.rawValue)) has no members: nobody could accept its items",
          remedy: "Name at least one, or write `status: inactive`")
      ])
    }
    return WorkItemQueue(
      id: id, title: title, members: members, administrators: administrators, status: status)
  }

  /// The people of a list, each once; all of them are noted with their places.
  private mutating func people(
    _ key: String, example: String, _ named: inout [(PersonID, SourceLocation)]
  ) -> [PersonID] {
    var result: [PersonID] = []
    var seen: Set<PersonID> = []
    for (text, location) in texts(key, example: example) ?? [] {
      let id = PersonID(text)
      named.append((id, location))
      if seen.insert(id).inserted { result.append(id) }
    }
    return result
  }

  fileprivate mutating func queueRules(
    names: inout [(QueueID, SourceLocation)]
  ) -> QueueRules? {
    let example = "[ { when: total > 10000, queue: budget } ]"
    var rules: [QueueRules.Rule] = []
    if let node = requiredNode("rules", example: example) {
      if node.sequence == nil {
        error(
          at: node.location, "`rules` must be a list, found \(node.kind)",
          "Write `rules: \(example)`")
      }
      for node in node.sequence ?? [] where !isFull {
        let rule = mapping(node, example: "{ when: total > 10000, queue: budget }") { inner in
          let when = inner.requiredExpression("when")
          guard let queue = inner.requiredText("queue", example: "budget") else {
            return nil as (when: Expression?, queue: QueueID, at: SourceLocation)?
          }
          return (when, QueueID(queue), inner.location(ofValue: "queue"))
        }
        guard let rule else { continue }
        names.append((rule.queue, rule.at))
        if let when = rule.when { rules.append(QueueRules.Rule(when: when, queue: rule.queue)) }
      }
    }
    guard let otherwise = requiredText("otherwise", example: "budget") else { return nil }
    names.append((QueueID(otherwise), location(ofValue: "otherwise")))
    return QueueRules(rules: rules, otherwise: QueueID(otherwise))
  }
}
