// By what two rows of a list are put in order.

import Foundation
import Workflow

/// A value that rows are sorted by.
package enum ListKey: Hashable, Sendable {
  case absent
  case number(Double)
  case text(String)

  package init(_ value: FilterValue?) {
    switch value {
    case nil: self = .absent
    case .text(let text)?: self = text.isEmpty ? .absent : .text(text.foldedForFilter)
    case .number(let number)?: self = .number(NSDecimalNumber(decimal: number).doubleValue)
    case .money(let money)?:
      self = .number(NSDecimalNumber(decimal: money.decimal).doubleValue)
    case .time(let time)?: self = .number(Double(time.microseconds))
    case .day(let day)?: self = .text(day.iso8601)
    }
  }

  /// Whether it comes before another one; nil where neither does. What is absent comes last in
  /// either direction.
  package func precedes(_ other: ListKey, descending: Bool) -> Bool? {
    switch (self, other) {
    case (.absent, .absent): return nil
    case (.absent, _): return false
    case (_, .absent): return true
    case (.number(let left), .number(let right)):
      return left == right ? nil : (left < right) != descending
    case (.text(let left), .text(let right)):
      return left == right ? nil : (left < right) != descending
    case (.number, .text): return true
    case (.text, .number): return false
    }
  }
}
