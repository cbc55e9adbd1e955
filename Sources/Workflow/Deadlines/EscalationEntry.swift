/// One entry of an escalation path: who gets the item of somebody who is overdue, and how long.
public struct EscalationEntry: Sendable {
  /// Resolves to exactly one person.
  public let assignment: Assignment
  /// The entry's own limit; none waits without end.
  public let limit: TimeLimit?

  /// An entry.
  public init(assignment: Assignment, limit: TimeLimit? = nil) {
    self.assignment = assignment
    self.limit = limit
  }
}
