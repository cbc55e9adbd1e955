// Whose money was spent.

/// How a line was paid; a line that says nothing was paid with the person's own money.
public enum PaymentMethod: String, Hashable, Sendable, CaseIterable {
  case own
  case companyCard = "company-card"
  case cash

  /// Whether the person gets the money back.
  var isReimbursed: Bool { self != .companyCard }
}
