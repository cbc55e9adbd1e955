// Reads a date of a CSV file; one that could be two days is refused.

import ApplicationRuntime
import Workflow

enum CSVDay {
  /// Reads `2026-12-31`, `31.12.2026` and `31/12/2026`.
  static func parse(_ text: String, order: CSVImport.DateOrder?) throws(EntryError) -> Day {
    if let day = Day(iso8601: text) { return day }
    let separator: Character = text.contains(".") ? "." : "/"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil
    }
    guard numbers.count == 3, parts.count == 3, parts[2].utf8.count == 4,
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2
    else {
      throw EntryError(
        "\(EntryError.shown(text)) is not a date: write 2026-12-31, 31.12.2026 or 31/12/2026")
    }
    let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    // Points are used where the day comes first only.
    let monthFirst =
      separator == "." ? nil : Day(year: numbers[2], month: numbers[0], day: numbers[1])
    switch (dayFirst, monthFirst, order) {
    case (let day?, nil, _), (nil, let day?, _): return day
    case (let day?, let other?, nil) where day != other:
      throw EntryError(
        "\(EntryError.shown(text)) can be \(day) or \(other): write it as \(day), or say which "
          + "comes first, the day or the month")
    case (let first?, let second?, let order):
      return order == .monthFirst ? second : first
    case (nil, nil, _):
      throw EntryError("there is no day \(EntryError.shown(text))")
    }
  }
}
