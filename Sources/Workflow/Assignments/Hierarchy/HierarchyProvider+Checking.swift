// Checks names and conditions, and walks the current organisation as far as attributes allow.

extension HierarchyProvider {
  /// Thrown where a condition asks the document, which is not there yet.
  private struct DependsOnDocument: Error {}

  public func check(_ checker: inout Checker) {
    switch from {
    case .user(let user): checker.check(person: user, at: startLocation)
    case .owner where checker.definition.owner == nil:
      checker.report(
        at: startLocation, "the workflow has no owner to begin with",
        "Name one with `owner:`, or write `from: originator`")
    case .originator, .owner: break
    }
    checker.check(personCondition: until)
    if case .except(let condition) = take { checker.check(personCondition: condition) }
  }

  public func plurality(in checker: Checker) -> String? {
    guard until != nil, take != .last else { return nil }
    return "the walk up the hierarchy collects several people; `take: last` takes one"
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    guard let organization = checker.context.organization else { return .unknown }
    let start: PersonID? =
      switch from {
      case .originator: originator.id
      case .owner: checker.definition.owner
      case .user(let user): user
      }
    guard let start else { return .people([]) }
    var found: [PersonID] = []
    // A limit that suffices for some amounts is enough for a check, so the document's numbers are
    // tried small and large.
    for sample: Value in [0, 1, 1_000_000_000] {
      if found.contains(where: { $0 != originator.id }) { break }
      do {
        found += try people(
          from: start, superior: { organization.person($0)?.manager },
          isActive: { checker.canAct($0) },
          holds: { condition, person in
            try condition.holds(in: checker.personScope) { reference in
              try Self.value(of: reference, person, sample: sample, checker)
            }
          })
      } catch {
        return .unknown
      }
    }
    return .people(found)
  }

  private static func value(
    of reference: FieldReference, _ person: PersonID, sample: Value, _ checker: Checker
  ) throws -> Value {
    if let word = reference.path.first, reference.path.count == 1,
      checker.personAttributeTypes[word] != nil
    {
      return checker.context.organization?.person(person)?.attribute(
        word, for: checker.definition.type) ?? .none
    }
    switch checker.personScope.type(of: reference.path) {
    case .number, .money: return sample
    default: throw DependsOnDocument()
    }
  }
}
