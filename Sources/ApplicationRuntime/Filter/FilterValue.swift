// What a filter compares: one field of a row.

import Foundation
import Workflow

/// The value of one field of a row, as ``RowFilter`` compares it.
package enum FilterValue: Hashable, Sendable {
  case text(String)
  case number(Decimal)
  case money(Money)
  case time(Timestamp)
  case day(Day)
}
