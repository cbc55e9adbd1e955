// Reads the commands that a declared type runs.

extension TypeReader {
  private static let example = "{ command: [place-order, --now], status: ordered }"

  mutating func handlers(statuses: [String]) -> [DeclaredEvent: CommandDeclaration] {
    var result: [DeclaredEvent: CommandDeclaration] = [:]
    for entry in commandEntries("handlers", name: "workflow-completed") where !mapping.isFull {
      guard let event = mapping.choice(entry.key, of: DeclaredEvent.self, at: entry.keyLocation)
      else { continue }
      result[event] = command(entry.value, statuses: statuses)
    }
    return result
  }

  mutating func executables(statuses: [String]) -> [String: CommandDeclaration] {
    var result: [String: CommandDeclaration] = [:]
    for entry in commandEntries("executables", name: "order") where !mapping.isFull {
      guard mapping.isName(entry.key, at: entry.keyLocation, example: "order") else { continue }
      result[entry.key] = command(entry.value, statuses: statuses)
    }
    return result
  }

  private mutating func commandEntries(_ key: String, name: String) -> [YAMLEntry] {
    guard let node = mapping.node(key) else { return [] }
    guard let entries = node.mapping, entries.count <= Self.greatestCount else {
      mapping.error(
        at: node.location, "`\(key)` must name at most \(Self.greatestCount) commands",
        "Write `\(key): { \(name): \(Self.example) }`")
      return []
    }
    return entries
  }

  private mutating func command(
    _ node: YAMLNode, statuses: [String]
  ) -> CommandDeclaration? {
    mapping.mapping(node, example: Self.example) { inner in
      let words = inner.words()
      let timeout = inner.duration("timeout", from: .seconds(1), to: .seconds(3600))
      let atOnce = inner.integer("at-once", in: 1...64)
      let status = inner.text("status", example: "ordered")
      if let status, !statuses.contains(status) {
        let nearest = Spelling.nearest(to: status, among: statuses)
        inner.error(
          at: inner.location(ofValue: "status"), "unknown status \(quoted(status))",
          nearest.map { "Did you mean `\($0)`?" }
            ?? "Add it to `statuses`, such as `statuses: [\(status)]`")
      }
      guard let words else { return nil }
      return CommandDeclaration(
        words: words, timeout: timeout ?? .seconds(60), atOnce: atOnce ?? 4, status: status)
    }
  }
}

extension MappingReader {
  /// The program and its arguments.
  fileprivate mutating func words() -> [String]? {
    let example = "[place-order, --now]"
    guard let node = requiredNode("command", example: example) else { return nil }
    if node.scalar != nil {
      error(
        at: node.location, "a command is a list of words: no shell takes it apart",
        "Write `command: \(example)`, or `[sh, -c, \"…\"]` where you want a shell")
      return nil
    }
    guard let texts = texts("command", example: example) else { return nil }
    guard let program = texts.first, !program.text.isEmpty else {
      error(at: node.location, "the command is empty", "Write `command: \(example)`")
      return nil
    }
    if program.text.contains("/"), !program.text.hasPrefix("/") {
      error(
        at: program.location, "\(quoted(program.text)) would depend on the current folder",
        "Write the whole path from `/` on, or a name that is found in PATH")
    }
    let size = texts.reduce(0) { $0 + $1.text.utf8.count }
    guard texts.count <= 100, size <= 65_536 else {
      error(at: node.location, "the command is too long", "Put it into a script")
      return nil
    }
    for (text, location) in texts where text.utf8.contains(0) {
      error(at: location, "a word cannot contain a NUL character", "Remove it")
    }
    return texts.map(\.text)
  }
}
