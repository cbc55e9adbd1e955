// Who acts for whom under the standing delegations.

extension Organization {
  /// Who acts for a person under the standing delegations on a day, following chains; cycles end at
  /// the last person before the repeat.
  ///
  /// Of a person's rules the one for the workflow goes before the one for the type, and that before
  /// the one for everything; of equals the first in the file. Somebody who is barred or not active
  /// is passed over: the way goes on along that person's own rules, then along the next rule of the
  /// one before. When nobody is left, the person acts who was asked for.
  ///
  /// - Parameter isBarred: whom the workflow bars, such as the originator.
  public func delegate(
    of person: PersonID, on day: Day, type: DocumentTypeID, workflow: WorkflowID,
    isBarred: (PersonID) -> Bool
  ) -> DelegationResult {
    func stop(at person: PersonID) -> Stop {
      let rules = delegations(from: person)
        .filter { $0.holds(on: day, type: type, workflow: workflow) }
      return Stop(person: person, rules: rules[...])
    }
    var path = [stop(at: person)]
    var onPath: Set<PersonID> = [person]
    var seen = onPath
    var passedOver: [DelegationResult.PassedOver] = []
    while let last = path.last {
      let rule = path[path.count - 1].rules.popFirst()
      if let rule, !onPath.contains(rule.to) {
        guard seen.insert(rule.to).inserted else { continue }
        onPath.insert(rule.to)
        path.append(stop(at: rule.to))
        path[path.count - 1].rule = rule
        path[path.count - 1].reason = reason(against: rule.to, on: day, isBarred)
        if let reason = path[path.count - 1].reason {
          passedOver.append(.init(rule.to, reason))
        }
        continue
      }
      // The rules of this person are at their end, or lead back to somebody before.
      if path.count == 1 || last.reason == nil {
        return DelegationResult(
          person: last.person, chain: path.compactMap(\.rule), passedOver: passedOver)
      }
      onPath.remove(last.person)
      path.removeLast()
    }
    return DelegationResult(person: person, passedOver: passedOver)
  }

  private struct Stop {
    let person: PersonID
    /// The rules of this person that have not been followed yet.
    var rules: ArraySlice<StandingDelegation>
    /// The rule that led here.
    var rule: StandingDelegation?
    /// Why this person cannot act.
    var reason: DelegationResult.PassedOver.Reason?
  }

  private func reason(
    against id: PersonID, on day: Day, _ isBarred: (PersonID) -> Bool
  ) -> DelegationResult.PassedOver.Reason? {
    guard let person = person(id), person.isActive(on: day) else { return .notActive }
    return isBarred(id) ? .barred : nil
  }
}
