// Checks who is asked: names, and assignments that would ask nobody.

extension Checker {
  /// Reports unknown names, and an assignment that would ask nobody for every possible originator
  /// (an error) or for some (a warning that names them).
  public mutating func check(_ assignment: Assignment, for subject: String) {
    let before = findings.count
    assignment.provider.check(&self)
    assignment.fallback?.check(&self)
    guard findings.count == before, let organization = context.organization else { return }
    let originators = organization.people.filter { canAct($0.id) }
    let without = originators.filter { originator in
      !asksSomebody(assignment.provider, originator)
        && !(assignment.fallback.map { asksSomebody($0, originator) } ?? false)
    }
    let remedy = "Add `fallback: { administrators: true }`, or name somebody else"
    if without.count == originators.count, !without.isEmpty {
      report(
        at: assignment.location,
        "\(assignment.provider) of \(subject) resolves to nobody, whoever submits", remedy)
    } else if !without.isEmpty {
      warn(
        at: assignment.location,
        "\(assignment.provider) of \(subject) resolves to nobody when \(Self.names(without)) submits",
        remedy)
    } else if let gap = assignment.provider.gap(in: self), assignment.fallback == nil {
      warn(
        at: assignment.location,
        "\(assignment.provider) of \(subject) resolves to nobody when \(gap)", remedy)
    }
  }

  /// The first few people, and how many more there are.
  static func names(_ people: [Person]) -> String {
    let names = people.prefix(5).map(\.id.rawValue).joined(separator: ", ")
    return names + (people.count > 5 ? " and \(people.count - 5) more" : "")
  }

  func asksSomebody(_ provider: any AssignmentProvider, _ originator: Person) -> Bool {
    switch provider.candidates(for: originator, in: self) {
    case .unknown: return true
    case .people(let people):
      return people.contains { person in
        canAct(person) && (definition.submitterMayApprove || person != originator.id)
      }
    }
  }
}
