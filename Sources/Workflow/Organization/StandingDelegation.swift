/// A rule by which somebody acts for a person while it holds, such as during a holiday.
///
/// In the file: `delegations: [ { from: frank, to: ann, scope: all, start: 2026-12-20 } ]`.
public struct StandingDelegation: Hashable, Sendable {
  /// What is delegated.
  public enum Scope: Hashable, Sendable {
    /// Everything.
    case all
    /// What belongs to documents of a type.
    case type(DocumentTypeID)
    /// What belongs to a workflow.
    case workflow(WorkflowID)
  }

  /// Who is asked.
  public let from: PersonID
  /// Who acts instead.
  public let to: PersonID
  /// What is delegated.
  public let scope: Scope
  /// The first day; always before, when there is none.
  public let start: Day?
  /// The last day; for ever, when there is none.
  public let end: Day?

  /// A rule.
  public init(
    from: PersonID, to: PersonID, scope: Scope = .all, start: Day? = nil, end: Day? = nil
  ) {
    self.from = from
    self.to = to
    self.scope = scope
    self.start = start
    self.end = end
  }

  /// Whether the rule holds on a day for what belongs to a type and a workflow.
  public func holds(on day: Day, type: DocumentTypeID, workflow: WorkflowID) -> Bool {
    guard start.map({ $0 <= day }) ?? true, end.map({ day <= $0 }) ?? true else { return false }
    return switch scope {
    case .all: true
    case .type(let own): own == type
    case .workflow(let own): own == workflow
    }
  }

  /// A rule for a workflow goes before one for a type, and that before one for everything.
  var rank: Int {
    switch scope {
    case .workflow: 0
    case .type: 1
    case .all: 2
    }
  }
}
