// Checks limits, escalation paths and final approvers.

extension Checker {
  /// Reports what is wrong with the time that people have, and with who is asked after them.
  public mutating func check(_ deadline: Deadline, for subject: String) {
    check(limit: deadline.limit)
    for (index, entry) in deadline.escalation.enumerated() {
      check(limit: entry.limit)
      check(entry.assignment, for: "escalation \(index + 1) of \(subject)")
      let providers = [entry.assignment.provider] + (entry.assignment.fallback.map { [$0] } ?? [])
      for provider in providers {
        guard let reason = provider.plurality(in: self) else { continue }
        report(
          at: entry.assignment.location,
          "escalation \(index + 1) of \(subject) must lead to one person, but \(reason)",
          "Name one person, such as `assign: { user: donna }`")
      }
    }
  }

  /// Reports people whom the organisation does not know.
  public mutating func check(_ finalApprover: FinalApprover?) {
    guard let finalApprover else { return }
    check(person: finalApprover.user, at: finalApprover.location)
    if let otherwise = finalApprover.otherwise {
      check(person: otherwise, at: finalApprover.otherwiseLocation)
      if otherwise == finalApprover.user {
        report(
          at: finalApprover.otherwiseLocation,
          "`otherwise` is for when \(otherwise) is the originator, so it cannot be the same person",
          "Name somebody else")
      }
    }
  }

  /// Reports a final approver who cannot be asked when the originator is among those who approve:
  /// an error for every such originator, a warning for some.
  mutating func checkLockOut(
    _ finalApprover: FinalApprover?, approvers: [Assignment], of path: ElementPath
  ) {
    guard let finalApprover, let organization = context.organization,
      definition.submitterMayApprove, organization.person(finalApprover.user) != nil,
      finalApprover.otherwise.map({ organization.person($0) != nil }) ?? true
    else { return }
    let originators = organization.people.filter { originator in
      canAct(originator.id) && approvers.contains { mayAsk($0, originator) }
    }
    let without = originators.filter { originator in
      let isOriginator = finalApprover.user == originator.id
      guard let asked = isOriginator ? finalApprover.otherwise : finalApprover.user else {
        return true
      }
      return !canAct(asked)
    }
    guard !without.isEmpty else { return }
    let remedy = "Name somebody who is active, and `otherwise:` for when that is the originator"
    if without.count == originators.count {
      report(
        at: finalApprover.location,
        "the final approver of `\(path)` can never be asked when the originator approves", remedy)
    } else {
      warn(
        at: finalApprover.location,
        "nobody is the final approver of `\(path)` when \(Self.names(without)) submits and approves",
        remedy)
    }
  }

  /// Whether the originator may be among those asked.
  private func mayAsk(_ assignment: Assignment, _ originator: Person) -> Bool {
    let isCertain =
      asksSomebody(assignment.provider, originator) && assignment.provider.gap(in: self) == nil
    let fallback = isCertain ? nil : assignment.fallback
    return ([assignment.provider] + (fallback.map { [$0] } ?? [])).contains { provider in
      switch provider.candidates(for: originator, in: self) {
      case .unknown: true
      case .people(let people): people.contains(originator.id)
      }
    }
  }
}
