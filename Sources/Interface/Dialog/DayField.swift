// A field of a dialog whose value is a date that is typed or chosen in the calendar.

import ApplicationRuntime
import Foundation
import Workflow

/// How a date in a dialog is read: days to come rather than days that are past.
struct DayField: Hashable, Sendable {
  let today: Day
  /// The field of the dialog that holds the date from which this one counts.
  var after: Int?

  init(today: Day, after: Int? = nil) {
    self.today = today
    self.after = after
  }

  /// The day that a text means; nil for an empty one.
  func day(of typed: String, from base: Day?) throws(EntryError) -> Day? {
    let text = typed.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else { return nil }
    let base = base ?? today
    return try DayEntry.parse(text, near: base.adding(days: Self.ahead(of: text)), today: today)
  }

  /// How far ahead the middle lies of the days that a text may mean: of a weekday the next one, of
  /// a day of the month within the coming month, of a day and month within the coming year.
  private static func ahead(of text: String) -> Int {
    if text.first == "+" || text.first == "-" || Day(iso8601: text) != nil { return 0 }
    if text.allSatisfy(\.isNumber) { return 15 }
    return text.contains(where: \.isNumber) ? 180 : 3
  }
}

extension Dialog {
  /// The day in a field, as far as it can be read.
  func day(of field: Int) -> Day? {
    guard fields.indices.contains(field), let day = fields[field].day else { return nil }
    return try? day.day(of: fields[field].area.text, from: base(of: day, in: field))
  }

  /// Why what is typed in a field is no date; nil while it may still become one.
  func dayComplaint(of field: Int, isFinal: Bool) -> String? {
    guard fields.indices.contains(field), let day = fields[field].day else { return nil }
    let typed = fields[field].area.text
    do {
      _ = try day.day(of: typed, from: base(of: day, in: field))
      return nil
    } catch {
      return isFinal || !Prefix.mayBecome(day: typed, near: day.today) ? error.message : nil
    }
  }

  private func base(of day: DayField, in field: Int) -> Day? {
    day.after.flatMap { $0 < field ? self.day(of: $0) : nil }
  }
}
