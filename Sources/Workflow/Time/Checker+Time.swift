// Checks limits against the calendars that there are.

extension Checker {
  /// Reports a calendar that the organisation does not have.
  public mutating func check(limit: TimeLimit?) {
    guard let limit, case .named(let name) = limit.calendar,
      let calendars = context.organization?.workingCalendars, calendars.calendars[name] == nil
    else { return }
    report(
      at: limit.calendarLocation ?? .nowhere, "unknown calendar \(quoted(name))",
      suggestion(for: name, among: calendars.calendars.keys + ["none"]))
  }
}
