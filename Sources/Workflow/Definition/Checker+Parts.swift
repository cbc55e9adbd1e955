// Checks that several kinds of elements and providers share.

extension Checker {
  /// Reports a condition that does not type-check, at its place inside the expression.
  public mutating func check(condition: Expression?) {
    guard let scope else { return }
    check(condition, in: scope)
  }

  /// As `check(condition:)`, for a condition about one line, which `line` names.
  public mutating func check(lineCondition condition: Expression?) {
    guard let lineScope else { return }
    check(condition, in: lineScope)
  }

  /// As `check(condition:)`, for a condition that may name attributes of people as well.
  public mutating func check(personCondition condition: Expression?) {
    guard scope != nil else { return }
    check(condition, in: personScope)
  }

  private mutating func check(_ condition: Expression?, in scope: TypeScope) {
    guard let condition else { return }
    do {
      let type = try condition.type(in: scope)
      if type != .bool {
        report(
          at: condition.location() ?? .nowhere,
          "a condition is true or false, but `\(condition)` is \(type)",
          "Compare it with something, such as `total > 100`")
      }
    } catch {
      report(
        at: condition.location(at: error.offset) ?? .nowhere,
        "the condition `\(condition)` is wrong: \(error.message)",
        "Names here: \(Self.names(in: scope))")
    }
  }

  private static func names(in scope: TypeScope) -> String {
    scope.names.keys.sorted().map { Word($0).underscored }.joined(separator: ", ")
  }

  /// Reports placeholders that name nothing, in every language.
  ///
  /// - Parameter names: what they may name beside the document.
  public mutating func check(
    template: LocalizedTemplate?, adding names: [String: ValueType] = [:]
  ) {
    for text in template?.all ?? [] { check(template: text, adding: names) }
  }

  /// Reports placeholders that name nothing.
  public mutating func check(template: Template?, adding names: [String: ValueType] = [:]) {
    guard let template, let scope = scope?.adding(names) else { return }
    for case .placeholder(let reference, let offset) in template.pieces
    where scope.type(of: reference.path) == nil {
      let location = template.origin?.location(of: template.source, at: offset) ?? .nowhere
      report(
        at: location, "unknown placeholder `{\(reference)}`", "Names here: \(Self.names(in: scope))"
      )
    }
  }

  /// Reports an automatic action with a wrong condition, and `deny` where the type does not allow it.
  public mutating func check(
    automatic: AutomaticAction?, allow: Set<AllowedAction>?, outcomes: [NamedOutcome] = [],
    at location: SourceLocation
  ) {
    check(condition: automatic?.when)
    let denies =
      automatic?.answer == .deny || allow?.contains(.deny) == true
      || outcomes.contains { $0.answer == .deny }
    if denies, scope != nil, !context.typesWithDeny.contains(definition.type) {
      report(
        at: location, "documents of the type `\(definition.type)` cannot be denied",
        "Remove `deny`, or use `reject`")
    }
  }

  /// Reports a person whom the organisation does not know.
  public mutating func check(person: PersonID, at location: SourceLocation) {
    guard let organization = context.organization, organization.person(person) == nil else {
      return
    }
    report(
      at: location, "unknown user \(quoted(person.rawValue))",
      suggestion(for: person.rawValue, among: organization.people.map(\.id.rawValue)))
  }
}
