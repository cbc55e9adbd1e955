// Reads a workflow's file.

extension WorkflowDefinition {
  /// Reads a workflow from YAML.
  ///
  /// - Returns: the definition when the file has no errors, and everything that was found, in the
  ///   order of the file. What depends on document types and people is found by `check(in:)`.
  public static func parse(
    _ yaml: String, file: String, language: WorkflowLanguage = .standard
  ) -> (definition: WorkflowDefinition?, findings: [Finding]) {
    let (definition, findings) = readable(yaml, file: file, language: language)
    return (findings.isUsable ? definition : nil, findings)
  }

  /// Reads a workflow and checks it: every problem at once, also in what could be read of a file
  /// with errors.
  ///
  /// - Returns: the definition when it could be read without errors, and everything that was
  ///   found, in the order of the file.
  public static func check(
    _ yaml: String, file: String, in context: CheckContext, language: WorkflowLanguage = .standard
  ) -> (definition: WorkflowDefinition?, findings: [Finding]) {
    let (definition, findings) = readable(yaml, file: file, language: language)
    let all = findings + (definition?.check(in: context) ?? [])
    return (
      findings.isUsable ? definition : nil, all.sorted { $0.location < $1.location }
    )
  }

  /// What can be read, errors or not.
  private static func readable(
    _ yaml: String, file: String, language: WorkflowLanguage
  ) -> (definition: WorkflowDefinition?, findings: [Finding]) {
    let (node, problems) = YAMLReader.read(yaml, file: file)
    let nowhere = SourceLocation(file: file, line: 1, column: 1)
    var outer = MappingReader([], at: nowhere, laterKeys: language.laterKeys)
    outer.add(problems)
    var definition: WorkflowDefinition?
    if let node {
      definition = outer.mapping(
        node, as: "a workflow", example: "workflow: expense-approval", isRepeatable: true
      ) { mapping in
        var reader = ElementReader(mapping, path: .root, language: language)
        let definition = read(
          &reader, source: yaml, keys: WrittenKey.keys(of: node, named: "workflow"))
        mapping = reader.mapping
        return definition
      }
    }
    return (definition, outer.findings.sorted { $0.location < $1.location })
  }

  private static func read(
    _ reader: inout ElementReader, source: String, keys: [WrittenKey]
  ) -> WorkflowDefinition? {
    let id = reader.mapping.name("workflow", example: "expense-approval")
    let title = reader.mapping.requiredText("title", example: "Expense report approval")
    let type = reader.mapping.requiredText("type", example: "expense-report")
    let owner = reader.mapping.text("owner", example: "carol")
    let level = reader.mapping.choice("level", as: WorkflowLevel.self)
    let activation = reader.mapping.expression("activation")
    let priority = reader.mapping.integer("priority", in: -1_000_000...1_000_000)
    let legalEntities = reader.mapping.texts("legal-entities", example: "[main]")
    let submitterMayApprove = reader.mapping.bool("submitter-may-approve")
    let keepApprovals = reader.mapping.bool("keep-approvals")
    let instructions = reader.mapping.localizedTemplate("instructions")
    let notifications = reader.notificationRules(of: NotificationEvent.ofWorkflow)
    let elements = reader.requiredElements("elements")
    // Without an id or a title the rest can be checked all the same; it is not used then.
    guard let type else { return nil }
    let places = reader.mapping.keys.map { ($0, reader.mapping.location(ofValue: $0)) }
    return WorkflowDefinition(
      id: WorkflowID(id ?? ""), title: title ?? "", type: DocumentTypeID(type),
      owner: owner.map { PersonID($0) }, level: level ?? .header, activation: activation,
      priority: priority ?? 0,
      legalEntities: legalEntities?.map(\.text) ?? [],
      submitterMayApprove: submitterMayApprove ?? true, keepApprovals: keepApprovals ?? false,
      instructions: instructions, notifications: notifications, elements: elements,
      source: source,
      locations: Dictionary(places) { first, _ in first }, keys: keys)
  }
}

extension [Finding] {
  fileprivate var isUsable: Bool { !contains { $0.severity == .error } }
}
