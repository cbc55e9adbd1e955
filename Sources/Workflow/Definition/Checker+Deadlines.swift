// Checks limits, escalation paths and final approvers.

extension Checker {
  /// Reports what is wrong with the time that people have, and with who is asked after them.
  public mutating func check(_ deadline: Deadline, for subject: String) {
    check(limit: deadline.limit)
    for (index, entry) in deadline.escalation.enumerated() {
      check(limit: entry.limit)
      check(entry.assignment, for: "escalation \(index + 1) of \(subject)")
    }
  }

  /// Reports people whom the organisation does not know.
  public mutating func check(_ finalApprover: FinalApprover?) {
    guard let finalApprover else { return }
    check(person: finalApprover.user, at: finalApprover.location)
    if let otherwise = finalApprover.otherwise {
      check(person: otherwise, at: finalApprover.otherwiseLocation)
    }
  }
}
