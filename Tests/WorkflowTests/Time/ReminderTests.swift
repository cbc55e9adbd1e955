// When reminders come.

import Testing

@testable import Workflow

@Suite struct ReminderTests {
  /// All the times at which somebody is reminded, at most so many.
  private func times(
    _ words: String, start: String, due: String, in calendars: WorkingCalendars, atMost count: Int
  ) throws -> [String] {
    let reminder = try #require(Reminder(words: words))
    #expect(reminder.description == words)
    let start = try Clocks.time(start)
    let due = try Clocks.time(due)
    var result: [String] = []
    var last = start
    while result.count < count,
      let next = reminder.next(
        after: last, start: start, due: due, calendar: .usual, in: calendars)
    {
      #expect(next > last)
      result.append(Clocks.wall(next))
      last = next
    }
    return result
  }

  @Test("A reminder before the due time comes once, and not when its time was before the start")
  func before() throws {
    let start = "2026-11-16 10:00"
    let due = "2026-11-19 10:00"
    for calendars in [Clocks.wallOnly, Clocks.withOffice] {
      #expect(
        try times("1 day before", start: start, due: due, in: calendars, atMost: 9)
          == ["2026-11-18 10:00"])
      #expect(try times("3 days before", start: start, due: due, in: calendars, atMost: 9) == [])
      #expect(try times("1 month before", start: start, due: due, in: calendars, atMost: 9) == [])
    }
    #expect(
      try times("4 hours before", start: start, due: due, in: Clocks.withOffice, atMost: 9)
        == ["2026-11-18 14:00"])
    #expect(
      try times(
        "1 day before", start: start, due: "2026-11-23 09:00", in: Clocks.withOffice, atMost: 9)
        == ["2026-11-20 09:00"])
  }

  @Test("A repeated one before counts back from the due time")
  func repeatedBefore() throws {
    #expect(
      try times(
        "every 1 day before", start: "2026-11-16 10:00", due: "2026-11-19 12:00",
        in: Clocks.wallOnly, atMost: 9)
        == ["2026-11-16 12:00", "2026-11-17 12:00", "2026-11-18 12:00"])
    #expect(
      try times(
        "every 2 days before", start: "2026-11-16 10:00", due: "2026-11-25 12:00",
        in: Clocks.withOffice, atMost: 9)
        == ["2026-11-17 12:00", "2026-11-19 12:00", "2026-11-23 12:00"])
  }

  @Test("One after the due time comes once, a repeated one as long as somebody asks")
  func after() throws {
    let start = "2026-11-16 10:00"
    let due = "2026-11-19 12:00"
    #expect(
      try times("2 hours after", start: start, due: due, in: Clocks.wallOnly, atMost: 9)
        == ["2026-11-19 14:00"])
    #expect(
      try times("every 1 day after", start: start, due: due, in: Clocks.withOffice, atMost: 3)
        == ["2026-11-20 12:00", "2026-11-23 12:00", "2026-11-24 12:00"])
    #expect(
      try times(
        "every 1 month after", start: start, due: "2026-12-31 12:00", in: Clocks.wallOnly,
        atMost: 3) == ["2027-01-31 12:00", "2027-02-28 12:00", "2027-03-31 12:00"])
  }

  @Test("After a long downtime the next one is found at once")
  func downtime() throws {
    let reminder = try #require(Reminder(words: "every 1 minute after"))
    let due = try Clocks.time("2026-11-19 12:00")
    let next = reminder.next(
      after: try Clocks.time("2046-11-19 12:00:30"), start: due, due: due, calendar: .usual,
      in: Clocks.wallOnly)
    #expect(next.map { Clocks.wall($0) } == "2046-11-19 12:01")
    let late = reminder.next(
      after: .distantFuture, start: due, due: due, calendar: .usual, in: Clocks.wallOnly)
    #expect(late == nil)
  }

  @Test("What is no reminder is not read")
  func words() {
    for words in [
      "", "every", "1 day", "every 1 day", "1 day before after", "day before", "before",
    ] {
      #expect(Reminder(words: words) == nil, "\(words)")
    }
  }
}
