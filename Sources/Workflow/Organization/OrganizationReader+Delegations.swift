// Reads the standing delegations.

extension OrganizationReader {
  private static let example = "{ from: frank, to: ann, start: 2026-12-20, end: 2027-01-03 }"

  mutating func delegations() -> [StandingDelegation] {
    guard let node = mapping.node("delegations") else { return [] }
    guard let nodes = node.sequence else {
      mapping.error(
        at: node.location, "`delegations` must be a list, found \(node.kind)",
        "Write `delegations: [ \(Self.example) ]`")
      return []
    }
    var result: [StandingDelegation] = []
    for node in nodes where !mapping.isFull {
      var named: [(PersonID, SourceLocation)] = []
      var scopes: [(StandingDelegation.Scope, SourceLocation)] = []
      let delegation = mapping.mapping(node, example: Self.example) { inner in
        inner.delegation(named: &named, scopes: &scopes)
      }
      namedPeople += named
      delegatedScopes += scopes
      if let delegation { result.append(delegation) }
    }
    return result
  }

  /// Warns of types and workflows that are not there: the rules for them would never hold.
  mutating func checkScopes(types: [DocumentTypeID]?, workflows: [WorkflowID]?) {
    for (scope, location) in delegatedScopes where !mapping.isFull {
      switch scope {
      case .all: break
      case .type(let type):
        if let types, !types.contains(type) {
          warn(location, "document type", type.rawValue, among: types.map(\.rawValue))
        }
      case .workflow(let workflow):
        if let workflows, !workflows.contains(workflow) {
          warn(location, "workflow", workflow.rawValue, among: workflows.map(\.rawValue))
        }
      }
    }
  }

  private mutating func warn(
    _ location: SourceLocation, _ kind: String, _ name: String, among known: [String]
  ) {
    let nearest = Spelling.nearest(to: name, among: known)
    mapping.add([
      Finding(
        severity: .warning, location: location, message: "unknown \(kind) \(quoted(name))",
        remedy: nearest.map { "Did you mean `\($0)`?" }
          ?? "Nothing is delegated by this rule until it is there")
    ])
  }
}

extension MappingReader {
  fileprivate mutating func delegation(
    named: inout [(PersonID, SourceLocation)],
    scopes: inout [(StandingDelegation.Scope, SourceLocation)]
  ) -> StandingDelegation? {
    let from = requiredText("from", example: "frank").map { PersonID($0) }
    let to = requiredText("to", example: "ann").map { PersonID($0) }
    if let from { named.append((from, location(ofValue: "from"))) }
    if let to { named.append((to, location(ofValue: "to"))) }
    let scope = scope()
    if let scope { scopes.append(scope) }
    let start = day("start", example: "2026-12-20")
    let end = day("end", example: "2027-01-03")
    if let start, let end, end < start {
      error(at: location(ofValue: "end"), "the end is before the start", "Mend one of the days")
    }
    guard let from, let to else { return nil }
    if from == to {
      error(
        at: location(ofValue: "to"), "nobody delegates to themselves",
        "Name somebody else under `to`")
    }
    return StandingDelegation(from: from, to: to, scope: scope?.0 ?? .all, start: start, end: end)
  }

  private mutating func scope() -> (StandingDelegation.Scope, SourceLocation)? {
    guard let node = node("scope") else { return nil }
    if let text = node.scalar?.text {
      if text == "all" { return (.all, node.location) }
      error(
        at: node.location, "\(quoted(text)) is not what can be delegated",
        "Write `all`, `{ type: expense-report }` or `{ workflow: expense-approval }`")
      return nil
    }
    return mapping(node, example: "scope: { type: expense-report }") { inner in
      let type = inner.text("type", example: "expense-report")
      let workflow = inner.text("workflow", example: "expense-approval")
      if let type, workflow == nil {
        return (.type(DocumentTypeID(type)), inner.location(ofValue: "type"))
      }
      if let workflow, type == nil {
        return (.workflow(WorkflowID(workflow)), inner.location(ofValue: "workflow"))
      }
      if type != nil || inner.keys.isEmpty {
        inner.error(
          at: inner.location, "a scope names either a type or a workflow",
          "Write `{ type: expense-report }` or `{ workflow: expense-approval }`")
      }
      return nil
    }
  }

  /// The day under a key; none when it is missing or no day, which is reported.
  mutating func day(_ key: String, example: String) -> Day? {
    guard let (scalar, location) = scalar(key, example: example) else { return nil }
    if let day = Day(iso8601: scalar.text) { return day }
    error(
      at: location, "\(quoted(scalar.text)) is not a day of the calendar",
      "Write `\(key): \(example)`")
    return nil
  }
}
