// What money is spent on.

/// The categories of a line; each has its expense account.
public enum ExpenseCategory: String, Hashable, Sendable, CaseIterable {
  case travel, taxi, meals, hotel, mileage
  case perDiem = "per-diem"
  case entertainment, office, media, telephone, fees, other

  /// Whether somebody hands out a receipt for it; rates are paid without one.
  var hasReceipts: Bool { self != .mileage && self != .perDiem }
}
