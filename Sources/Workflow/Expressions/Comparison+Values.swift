// Compares two values.

import Foundation

extension Comparison {
  /// Whether the comparison is true; an ordering with nothing is false.
  func holds(_ left: Value, _ right: Value, at offset: Int) throws(ExpressionError) -> Bool {
    if left.isNone || right.isNone {
      switch self {
      case .equal: return left.isNone && right.isNone
      case .notEqual: return left.isNone != right.isNone
      default: return false
      }
    }
    switch (left, right) {
    case (.number(let left), .number(let right)): return holds(left, right)
    case (.money(let left), .number(let right)): return holds(left.decimal, right)
    case (.number(let left), .money(let right)): return holds(left, right.decimal)
    case (.money(let left), .money(let right)):
      if left.currency == right.currency { return holds(left.minorUnits, right.minorUnits) }
      if !isOrdering { return self == .notEqual }
      throw ExpressionError(
        .currenciesDiffer, "\(left) and \(right) are in different currencies", at: offset)
    case (.text(let left), .text(let right)): return holds(left, right)
    case (.day(let left), .day(let right)): return holds(left, right)
    case (.time(let left), .time(let right)): return holds(left, right)
    case (.duration(let left), .duration(let right)): return holds(left, right)
    default:
      if !isOrdering { return (left == right) == (self == .equal) }
      throw ExpressionError(
        .typesDiffer, "\(left.kind) and \(right.kind) cannot be compared", at: offset)
    }
  }

  private func holds<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
