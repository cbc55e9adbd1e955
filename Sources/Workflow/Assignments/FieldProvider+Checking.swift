// Checks that the field is there and names people, and who they may be.

extension FieldProvider {
  /// What the organisation knows the owners of.
  private static let owned = ["cost-center", "project"]

  /// The path of the cost centre or project whose owner is asked; none for another field.
  private var ownedPath: [String]? {
    field.path.count > 1 && field.path.last == "owner" ? Array(field.path.dropLast()) : nil
  }

  public func check(_ checker: inout Checker) {
    guard let scope = checker.scope else { return }
    let path = ownedPath ?? field.path
    guard let type = Self.type(of: path, in: scope) else {
      let names = Self.names(beside: path, in: scope)
      checker.report(
        at: location, "unknown field `\(field)`",
        checker.suggestion(for: path.last ?? "", among: names.map { Word($0).hyphenated }))
      return
    }
    if ownedPath != nil {
      guard let name = path.last, !Self.owned.contains(name) else { return }
      checker.report(
        at: location, "`\(FieldReference(path))` has no owner in the organisation",
        "Cost centres and projects have: `field: project.owner`")
    } else if type != .person, type != .text {
      checker.report(
        at: location, "`\(field)` is \(type), which names nobody",
        "Name a field that holds a person, such as `interim-approver`")
    }
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    owners(in: checker).map { .people($0.compactMap(\.owner)) } ?? .unknown
  }

  public func gap(in checker: Checker) -> String? {
    let without = (owners(in: checker) ?? []).filter { !($0.owner.map(checker.canAct) ?? false) }
    if let word = ownedPath?.last, !without.isEmpty {
      let names = without.map(\.code).sorted()
      let more = names.count > 5 ? " and \(names.count - 5) more" : ""
      return "\(word) is \(names.prefix(5).joined(separator: ", "))\(more)"
    }
    return isRequired(in: checker) ? nil : "`\(field)` is empty"
  }

  public func plurality(in checker: Checker) -> String? {
    field.path.first == "lines" ? "every line names somebody" : nil
  }

  private func owners(in checker: Checker) -> [(code: String, owner: PersonID?)]? {
    guard let organization = checker.context.organization else { return nil }
    switch ownedPath?.last {
    case "cost-center": return organization.costCenters.map { ($0.key, $0.value.owner) }
    case "project": return organization.projects.map { ($0.key, $0.value.owner) }
    default: return nil
    }
  }

  private func isRequired(in checker: Checker) -> Bool {
    var path = (ownedPath ?? field.path)[...]
    guard let schema = checker.schema, let first = path.popFirst() else { return true }
    switch (first, path.first) {
    case ("originator", nil): return true
    case ("lines", let name?), ("line", let name?):
      return schema.lineField(named: name)?.isRequired ?? true
    case ("document", let name?): return schema.field(named: name)?.isRequired ?? true
    default: return schema.field(named: first)?.isRequired ?? true
    }
  }

  /// The type of a path, which may lead through `lines`.
  private static func type(of path: [String], in scope: TypeScope) -> ValueType? {
    if let type = scope.type(of: path) { return type }
    guard path.count == 2, case .list(of: .record(let fields))? = scope.names[path[0]] else {
      return nil
    }
    return fields[path[1]]
  }

  private static func names(beside path: [String], in scope: TypeScope) -> [String] {
    switch scope.names[path.first ?? ""] {
    case .list(of: .record(let fields))?, .record(let fields)?: Array(fields.keys)
    default: Array(scope.names.keys)
    }
  }
}
