// Reads `limit`, `due`, `calendar` and `remind`.

extension MappingReader {
  /// The limit under `limit:` (a span) or `due:` (a day), with the `calendar:` beside it; none when
  /// neither is there, or when it cannot be read, which is reported.
  public mutating func timeLimit() -> TimeLimit? {
    let hasLimit = has("limit")
    let hasDue = has("due")
    let length = hasDue && !hasLimit ? dueDay() : spanOfLimit()
    let calendar = calendarChoice()
    if hasLimit, hasDue {
      _ = node("due")
      error(
        at: location(of: "due"), "`limit` and `due` exclude each other", "Remove one of them")
      return nil
    }
    if has("calendar"), !hasLimit, !hasDue {
      error(
        at: location(of: "calendar"), "`calendar` says how a limit is counted, but there is none",
        "Add `limit: 2 days`, or remove `calendar`")
    }
    guard let length else { return nil }
    let isNamed = if case .named = calendar { true } else { false }
    return TimeLimit(
      length, calendar: calendar,
      calendarLocation: isNamed ? location(ofValue: "calendar") : nil)
  }

  private mutating func spanOfLimit() -> TimeLimit.Length? {
    // Both keys are known, so that a slip in either finds its like.
    if !has("due") { _ = node("due") }
    guard let (scalar, location) = scalar("limit", example: "2 days") else { return nil }
    if let span = TimeSpan(words: scalar.text) { return .span(span) }
    if DayForm(words: scalar.text) != nil {
      error(at: location, "`limit` is a length of time", "Write `due: \(scalar.text)` instead")
    } else {
      reportSpan(scalar.text, of: "limit", at: location)
    }
    return nil
  }

  private mutating func dueDay() -> TimeLimit.Length? {
    _ = node("limit")
    guard let (scalar, location) = scalar("due", example: "friday of week 3") else { return nil }
    if let form = DayForm(words: scalar.text) {
      return .day(form.weekday, week: form.week, month: form.month)
    }
    if TimeSpan(words: scalar.text) != nil {
      error(at: location, "`due` is a day", "Write `limit: \(scalar.text)` instead")
      return nil
    }
    let words = Weekday.allCases.map(\.name) + DayForm.months
    let known = Set(words + ["of", "week"])
    let slip = scalar.text.lowercased().split(separator: " ").map(String.init)
      .filter { !known.contains($0) }.lazy
      .compactMap { Spelling.nearest(to: $0, among: words) }.first
    error(
      at: location, "\(quoted(scalar.text)) is not a day on which something is due",
      slip.map { "Did you mean `\($0)`?" }
        ?? "Write `friday`, `friday of week 3` (1 to 5) or `friday of week 3 of december`")
    return nil
  }

  private mutating func calendarChoice() -> CalendarChoice {
    guard let (scalar, _) = scalar("calendar", example: "office") else { return .usual }
    return scalar.text == "none" ? .wall : .named(scalar.text)
  }

  /// The reminders under `remind:`, a list or a single one; a limit must stand beside them.
  public mutating func reminders() -> [Reminder] {
    let example = "[1 day before]"
    guard let node = node("remind") else { return [] }
    if !has("limit"), !has("due") {
      error(
        at: location(of: "remind"), "there is no limit to remind of",
        "Add `limit: 2 days`, or remove `remind`")
    }
    var result: [Reminder] = []
    for node in node.sequence ?? [node] {
      guard let text = node.scalar?.text, !node.isNull else {
        error(
          at: node.location, "`remind` holds single values, found \(node.kind)",
          "Write `remind: \(example)`")
        continue
      }
      guard let reminder = reminder(text, at: node.location) else { continue }
      if result.contains(reminder) {
        error(at: node.location, "\(quoted(text)) is there twice", "Remove it here")
      } else {
        result.append(reminder)
      }
    }
    return result
  }

  private mutating func reminder(_ text: String, at location: SourceLocation) -> Reminder? {
    if let reminder = Reminder(words: text) { return reminder }
    if let span = TimeSpan(words: text.hasPrefix("every ") ? String(text.dropFirst(6)) : text) {
      error(
        at: location, "\(quoted(text)) does not say whether it is before or after the due time",
        "Write `\(text.hasPrefix("every ") ? "every " : "")\(span) before` or `… after`")
    } else {
      error(
        at: location, "\(quoted(text)) is no reminder",
        "Write `1 day before`, `2 hours after` or `every 2 days after`")
    }
    return nil
  }

  /// Says what is wrong with a text that is no length of time.
  mutating func reportSpan(_ text: String, of key: String, at location: SourceLocation) {
    let parts = text.split(separator: " ").map(String.init)
    let units = TimeSpan.Unit.allCases.flatMap { [$0.rawValue, $0.singular] }
    let words = parts.filter { !["working", "work", "business"].contains($0) }
    if words.count < parts.count, let span = TimeSpan(words: words.joined(separator: " ")) {
      return error(
        at: location, "\(quoted(text)) is no length of time",
        "Write `\(key): \(span)`: hours and days are working time where there is a calendar, the "
          + "default one or `calendar: office` beside it")
    }
    if parts.count == 2, let amount = Int(parts[0]), units.contains(parts[1]) {
      error(
        at: location, "\(quoted(text)) is \(amount < 1 ? "no length of time" : "too long")",
        "Write a number from 1 up to a hundred years, such as `\(key): 2 days`")
    } else if parts.count == 2,
      let unit = Spelling.nearest(
        to: parts[1],
        among: TimeSpan.Unit.allCases.map { parts[0] == "1" ? $0.singular : $0.rawValue })
    {
      error(
        at: location, "\(quoted(text)) is no length of time", "Did you mean `\(parts[0]) \(unit)`?")
    } else {
      error(
        at: location, "\(quoted(text)) is no length of time",
        "Write a whole number and minutes, hours, days, weeks or months: `\(key): 2 days`")
    }
  }
}
