// Reads the file of a declared type.

extension TypeDeclaration {
  /// Reads a document type from YAML.
  ///
  /// - Returns: the type when the file has no errors, and everything that was found, in the order
  ///   of the file.
  public static func parse(
    _ yaml: String, file: String
  ) -> (type: TypeDeclaration?, findings: [Finding]) {
    let (node, problems) = YAMLReader.read(yaml, file: file)
    var outer = MappingReader(
      [], at: SourceLocation(file: file, line: 1, column: 1), laterKeys: [])
    outer.add(problems)
    var type: TypeDeclaration?
    if let node {
      type = outer.mapping(node, example: "type: purchase-request") { mapping in
        var reader = TypeReader(mapping: mapping)
        let type = reader.type()
        mapping = reader.mapping
        return type
      }
    }
    let isUsable = !outer.findings.contains { $0.severity == .error }
    return (isUsable ? type : nil, outer.findings.sorted { $0.location < $1.location })
  }

  /// What keeps this type from being one of those: another with its id or with its prefix.
  public func collisions(with others: [DocumentTypeID: String]) -> [Finding] {
    var findings: [Finding] = []
    func add(_ location: SourceLocation, _ message: String, _ remedy: String) {
      findings.append(
        Finding(severity: .error, location: location, message: message, remedy: remedy))
    }
    if others[id] != nil {
      add(
        idLocation, "there is a document type \(quoted(id.rawValue)) already", "Choose another id")
    }
    if let other = others.filter({ $0.key != id && $0.value == prefix }).keys.min() {
      add(
        prefixLocation, "the ids of \(quoted(other.rawValue)) begin with \(quoted(prefix)) already",
        "Choose another prefix")
    }
    return findings
  }
}

/// Reads the keys of a declared type.
struct TypeReader {
  /// How many fields, rules, statuses or commands a type may have.
  static let greatestCount = 200

  var mapping: MappingReader

  mutating func type() -> TypeDeclaration? {
    let id = mapping.name("type", example: "purchase-request")
    let title = mapping.requiredText("title", example: "Purchase request")
    let prefix = prefix()
    let header = fields("fields", isLine: false)
    let lines = fields("lines", isLine: true)
    if mapping.requiredNode("fields", example: "{ purpose: { type: text } }") != nil,
      header.isEmpty, !mapping.isFull
    {
      mapping.error(
        at: mapping.location(of: "fields"), "a document needs at least one field",
        "Write `fields: { purpose: { type: text } }`")
    }
    let schema = DocumentSchema(fields: header.map(\.field), lineFields: lines.map(\.field))
    let calculations = inOrder(header, in: headerScope(schema))
    let lineCalculations = inOrder(lines, in: lineScope(schema))
    let documentTitle = documentTitle(of: schema)
    let rules = rules(of: schema)
    let statuses = statuses()
    let deny = mapping.bool("deny")
    let workflow = mapping.text("default-workflow", example: "purchase-approval")
    let retry = retry()
    let handlers = handlers(statuses: statuses)
    let executables = executables(statuses: statuses)
    guard let id, let title, let prefix, let documentTitle else { return nil }
    return TypeDeclaration(
      id: DocumentTypeID(id), title: title, prefix: prefix, documentTitle: documentTitle,
      schema: schema, rules: rules, statuses: statuses, allowsDeny: deny ?? false,
      defaultWorkflow: workflow.map { WorkflowID($0) }, retry: retry, handlers: handlers,
      executables: executables, calculations: calculations, lineCalculations: lineCalculations,
      idLocation: mapping.location(ofValue: "type"),
      prefixLocation: mapping.location(ofValue: "prefix"))
  }

  private mutating func prefix() -> String? {
    guard let text = mapping.requiredText("prefix", example: "PQ") else { return nil }
    let isPrefix = text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    guard isPrefix, (1...8).contains(text.utf8.count), text != "WI" else {
      mapping.error(
        at: mapping.location(ofValue: "prefix"), "\(quoted(text)) cannot begin ids",
        "Write 1 to 8 capital letters, such as `PQ`")
      return nil
    }
    return text
  }

  private mutating func documentTitle(of schema: DocumentSchema) -> Template? {
    guard mapping.requiredNode("document-title", example: "\"{purpose}\"") != nil else {
      return nil
    }
    return template("document-title", in: headerScope(schema))
  }

  /// A text whose placeholders name what is there.
  mutating func template(_ key: String, in scope: TypeScope) -> Template? {
    guard let template = mapping.template(key) else { return nil }
    mapping.check(template, in: scope)
    return template
  }

  private mutating func statuses() -> [String] {
    var result: [String] = []
    let own = ["draft", "submitted", "in-review", "change-requested", "rejected", "approved"]
    let texts = mapping.texts("statuses", example: "[ordered]") ?? []
    for (text, location) in texts.prefix(Self.greatestCount) {
      guard mapping.isName(text, at: location, example: "ordered") else { continue }
      if own.contains(text) {
        mapping.error(
          at: location, "the engine itself sets the status \(quoted(text))",
          "Name only what comes after approved, such as `ordered`")
      } else if result.contains(text) {
        mapping.error(at: location, "the status \(quoted(text)) is there twice", "Remove one")
      } else {
        result.append(text)
      }
    }
    return result
  }

  private mutating func retry() -> RetryDeclaration? {
    let example = "{ tries: 5, first-delay: 1 second, longest-delay: 10 minutes }"
    guard let node = mapping.node("retry") else { return nil }
    return mapping.mapping(node, example: "retry: \(example)") { inner in
      RetryDeclaration(
        tries: inner.integer("tries", in: 1...100),
        firstDelay: inner.duration("first-delay", from: .milliseconds(100), to: .seconds(86_400)),
        longestDelay: inner.duration(
          "longest-delay", from: .milliseconds(100), to: .seconds(7 * 86_400)))
    }
  }
}

extension MappingReader {
  /// A span such as `30 seconds`; none when the key is missing or it is none of this length.
  mutating func duration(_ key: String, from least: Duration, to most: Duration) -> Duration? {
    guard let (scalar, location) = scalar(key, example: "30 seconds") else { return nil }
    if let duration = Duration(words: scalar.text), duration >= least, duration <= most {
      return duration
    }
    error(
      at: location, "`\(key)` must be a span of time, found \(quoted(scalar.text))",
      "Write one from `\(least.words)` to `\(most.words)`, such as `30 seconds`")
    return nil
  }

  /// Reports placeholders that name nothing.
  mutating func check(_ template: Template, in scope: TypeScope) {
    for case .placeholder(let reference, let offset) in template.pieces
    where scope.type(of: reference.path) == nil {
      error(
        at: template.origin?.location(of: template.source, at: offset) ?? location,
        "unknown placeholder `{\(reference)}`", "Names here: \(scope.spelledNames)")
    }
  }

  /// The type of an expression; reports what keeps it from having one.
  mutating func checkedType(of expression: Expression, in scope: TypeScope) -> ValueType? {
    do {
      return try expression.type(in: scope)
    } catch {
      self.error(
        at: expression.location(at: error.offset) ?? location,
        "\(quoted(expression.source)) is wrong: \(error.message)",
        "Names here: \(scope.spelledNames)")
      return nil
    }
  }
}

extension TypeScope {
  /// The names as expressions spell them.
  var spelledNames: String {
    names.keys.sorted().map { Word($0).underscored }.joined(separator: ", ")
  }
}
