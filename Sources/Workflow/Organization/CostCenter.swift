/// A cost centre with its owner and yearly budgets.
public struct CostCenter: Hashable, Sendable {
  /// Its title for people.
  public let title: String
  /// Who answers for it.
  public let owner: PersonID?
  /// The budgets by year.
  public let budget: [Int: Money]

  /// A cost centre.
  public init(title: String, owner: PersonID? = nil, budget: [Int: Money] = [:]) {
    self.title = title
    self.owner = owner
    self.budget = budget
  }
}
