// Reads the rules of a declared type.

extension TypeReader {
  private static let example =
    "[ { when: total > 5000 and project == none, field: project, message: \"Name a project\" } ]"

  mutating func rules(of schema: DocumentSchema) -> [RuleDeclaration] {
    guard let node = mapping.node("rules") else { return [] }
    guard let nodes = node.sequence, nodes.count <= Self.greatestCount else {
      mapping.error(
        at: node.location, "`rules` must be a list of at most \(Self.greatestCount)",
        "Write `rules: \(Self.example)`")
      return []
    }
    let header = headerScope(schema).adding(["originator": .person, "today": .day])
    let line = header.adding(schema.lineFieldTypes)
      .adding(["line": .record(schema.lineFieldTypes)])
    var result: [RuleDeclaration] = []
    for (index, node) in nodes.enumerated() where !mapping.isFull {
      let rule = mapping.mapping(node, example: Self.example) { inner in
        inner.rule(number: index + 1, schema: schema, header: header, line: line)
      }
      if let rule { result.append(rule) }
    }
    return result
  }
}

extension MappingReader {
  fileprivate mutating func rule(
    number: Int, schema: DocumentSchema, header: TypeScope, line: TypeScope
  ) -> RuleDeclaration? {
    let name = has("rule") ? self.name("rule", example: "project") : "rule-\(number)"
    let level = choice("level", as: RuleDeclaration.Level.self) ?? .error
    let place = field(schema)
    let scope = place?.isLine == true ? line : header
    let when = requiredExpression("when")
    if let when, let type = checkedType(of: when, in: scope), type != .bool {
      error(
        at: when.location() ?? location,
        "a condition is true or false, but \(quoted(when.source)) is \(type)",
        "Compare it with something, such as `total > 100`")
    }
    _ = requiredNode("message", example: "\"Name a project\"")
    let message = template("message")
    if let message { check(message, in: scope) }
    guard let name, let when, let message else { return nil }
    return RuleDeclaration(
      name: name, when: when, level: level, field: place?.name,
      isAboutLines: place?.isLine ?? false, message: message)
  }

  /// `project`, or `lines.quantity` for a rule about each line.
  private mutating func field(_ schema: DocumentSchema) -> (name: String, isLine: Bool)? {
    guard let text = text("field", example: "project") else { return nil }
    let isLine = text.hasPrefix("lines.")
    let name = isLine ? String(text.dropFirst("lines.".count)) : text
    let fields = isLine ? schema.lineFields : schema.fields
    if fields.contains(where: { $0.name == name }) { return (name, isLine) }
    let known = schema.fields.map(\.name) + schema.lineFields.map { "lines." + $0.name }
    let nearest =
      known.contains("lines." + text) ? "lines." + text : Spelling.nearest(to: text, among: known)
    error(
      at: location(ofValue: "field"), "unknown field \(quoted(text))",
      nearest.map { "Did you mean `\($0)`?" }
        ?? "Write one of \(known.map { "`\($0)`" }.joined(separator: ", "))")
    return nil
  }
}
