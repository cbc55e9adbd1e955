// When limits are due.

import Testing

@testable import Workflow

@Suite struct TimeLimitTests {
  private func due(_ words: String, from start: String, in calendars: WorkingCalendars) throws
    -> String
  {
    let length: TimeLimit.Length
    if let span = TimeSpan(words: words) {
      length = .span(span)
    } else {
      let form = try #require(DayForm(words: words))
      length = .day(form.weekday, week: form.week, month: form.month)
    }
    return Clocks.wall(
      TimeLimit(length).due(from: try Clocks.time(start), in: calendars))
  }

  @Test(
    "Without a calendar hours are real hours, and days, weeks and months are those on the wall",
    arguments: [
      ("30 minutes", "2026-11-20 23:45", "2026-11-21 00:15"),
      ("1 hour", "2026-11-20 23:45", "2026-11-21 00:45"),
      ("2 days", "2026-11-20 16:30", "2026-11-22 16:30"),
      ("1 week", "2026-11-20 16:30", "2026-11-27 16:30"),
      ("1 month", "2026-01-31 10:00", "2026-02-28 10:00"),
      ("1 month", "2028-01-31 10:00", "2028-02-29 10:00"),
      ("13 months", "2026-12-31 10:00", "2028-01-31 10:00"),
      ("1 day", "1969-12-31 12:00", "1970-01-01 12:00"),
      ("3 months", "1901-11-30 12:00", "1902-02-28 12:00"),
    ])
  func wall(words: String, start: String, expected: String) throws {
    #expect(try due(words, from: start, in: Clocks.wallOnly) == expected)
  }

  @Test(
    "A day is a local day and an hour a real hour when the clocks change",
    arguments: [
      ("1 day", "2026-03-28 09:00", "2026-03-29 09:00"),
      ("24 hours", "2026-03-28 09:00", "2026-03-29 10:00"),
      ("1 day", "2026-10-24 09:00", "2026-10-25 09:00"),
      ("24 hours", "2026-10-24 09:00", "2026-10-25 08:00"),
      // 02:30 does not exist on that day; it is the first instant after the gap.
      ("1 day", "2026-03-28 02:30", "2026-03-29 03:00"),
      ("1 week", "2026-03-22 02:30", "2026-03-29 03:00"),
      ("1 month", "2026-02-28 02:30", "2026-03-28 02:30"),
    ])
  func summerTime(words: String, start: String, expected: String) throws {
    #expect(try due(words, from: start, in: Clocks.wallOnly) == expected)
  }

  @Test("A local time that occurs twice is the first of the two")
  func doubled() throws {
    let due = TimeLimit(.span(TimeSpan(1, .days)))
      .due(from: try Clocks.time("2026-10-24 02:30"), in: Clocks.wallOnly)
    #expect(due == Timestamp(iso8601: "2026-10-25T00:30:00Z"))
    // From the second of the two, the next day is a day later as every other.
    let second = try Clocks.time("2026-10-25T01:30:00Z")
    #expect(Clocks.wall(second) == "2026-10-25 02:30")
    #expect(
      TimeLimit(.span(TimeSpan(1, .days))).due(from: second, in: Clocks.wallOnly)
        == Timestamp(iso8601: "2026-10-26T01:30:00Z"))
  }

  @Test(
    "Hours count working time",
    arguments: [
      ("8 hours", "2026-11-16 09:00", "2026-11-16 17:00"),
      ("9 hours", "2026-11-16 09:00", "2026-11-17 10:00"),
      ("1 hour", "2026-11-20 14:30", "2026-11-23 09:30"),
      ("1 hour", "2026-11-21 12:00", "2026-11-23 10:00"),
      ("1 hour", "2026-12-23 16:30", "2026-12-28 09:30"),
      ("38 hours", "2026-11-16 09:00", "2026-11-20 15:00"),
      ("39 hours", "2026-11-16 09:00", "2026-11-23 10:00"),
    ])
  func workingHours(words: String, start: String, expected: String) throws {
    #expect(try due(words, from: start, in: Clocks.withOffice) == expected)
  }

  @Test(
    "Days are the same clock time so many working days later, moved into the hours of that day",
    arguments: [
      ("1 day", "2026-11-16 10:00", "2026-11-17 10:00"),
      ("1 day", "2026-11-20 10:00", "2026-11-23 10:00"),
      ("1 day", "2026-11-19 16:30", "2026-11-20 15:00"),
      ("5 days", "2026-11-16 10:00", "2026-11-23 10:00"),
      ("1 day", "2026-11-16 08:00", "2026-11-17 09:00"),
      ("1 day", "2026-11-16 20:00", "2026-11-17 17:00"),
      // From a day without work: a whole working day.
      ("1 day", "2026-11-21 12:00", "2026-11-23 17:00"),
      ("2 days", "2026-12-23 10:00", "2026-12-29 10:00"),
    ])
  func workingDays(words: String, start: String, expected: String) throws {
    #expect(try due(words, from: start, in: Clocks.withOffice) == expected)
  }

  @Test(
    "Minutes are real ones; weeks and months end at the next working moment",
    arguments: [
      ("30 minutes", "2026-11-21 12:00", "2026-11-21 12:30"),
      ("1 week", "2026-11-16 10:00", "2026-11-23 10:00"),
      ("1 week", "2026-11-15 10:00", "2026-11-23 09:00"),
      ("1 week", "2026-12-17 10:00", "2026-12-28 09:00"),
      ("1 month", "2026-10-31 10:00", "2026-11-30 10:00"),
      ("1 month", "2026-10-21 10:00", "2026-11-23 09:00"),
      ("1 month", "2026-10-20 15:00", "2026-11-20 15:00"),
    ])
  func otherUnits(words: String, start: String, expected: String) throws {
    #expect(try due(words, from: start, in: Clocks.withOffice) == expected)
  }

  @Test(
    "A day form is the next such day, the following month or year when it is past",
    arguments: [
      ("friday", "2026-11-16 10:00", "2026-11-20 15:00", "2026-11-20 23:59:59"),
      ("friday", "2026-11-20 10:00", "2026-11-20 15:00", "2026-11-20 23:59:59"),
      ("friday", "2026-11-20 15:00", "2026-11-27 15:00", "2026-11-20 23:59:59"),
      ("friday", "2026-11-21 10:00", "2026-11-27 15:00", "2026-11-27 23:59:59"),
      ("friday of week 3", "2026-11-01 10:00", "2026-11-20 15:00", "2026-11-20 23:59:59"),
      ("friday of week 3", "2026-11-21 10:00", "2026-12-18 15:00", "2026-12-18 23:59:59"),
      ("monday of week 5", "2026-11-21 10:00", "2026-11-30 17:00", "2026-11-30 23:59:59"),
      ("friday of week 5", "2026-11-21 10:00", "2026-11-27 15:00", "2026-11-27 23:59:59"),
      (
        "friday of week 3 of december", "2026-11-21 10:00", "2026-12-18 15:00",
        "2026-12-18 23:59:59"
      ),
      (
        "friday of week 3 of december", "2026-12-19 10:00", "2027-12-17 15:00",
        "2027-12-17 23:59:59"
      ),
      (
        "monday of week 1 of january", "2026-11-21 10:00", "2027-01-04 17:00",
        "2027-01-04 23:59:59"
      ),
      // A day without work is due when work ends next, also when that is only to come.
      ("friday", "2026-12-21 10:00", "2026-12-28 17:00", "2026-12-25 23:59:59"),
      ("friday", "2026-12-26 10:00", "2026-12-28 17:00", "2027-01-01 23:59:59"),
      ("saturday", "2026-11-20 16:00", "2026-11-23 17:00", "2026-11-21 23:59:59"),
    ])
  func dayForms(words: String, start: String, worked: String, wall: String) throws {
    #expect(try due(words, from: start, in: Clocks.withOffice) == worked)
    #expect(try due(words, from: start, in: Clocks.wallOnly) == wall)
  }

  @Test("The calendar is the named one, else the organisation's default, else the wall's")
  func choice() throws {
    let start = try Clocks.time("2026-11-20 14:30")
    func due(_ choice: CalendarChoice, _ calendars: WorkingCalendars) -> String {
      Clocks.wall(
        TimeLimit(.span(TimeSpan(1, .hours)), calendar: choice).due(from: start, in: calendars))
    }
    let notUsual = WorkingCalendars(zone: Clocks.copenhagen, calendars: [Clocks.office])
    #expect(due(.usual, Clocks.withOffice) == "2026-11-23 09:30")
    #expect(due(.wall, Clocks.withOffice) == "2026-11-20 15:30")
    #expect(due(.usual, notUsual) == "2026-11-20 15:30")
    #expect(due(.named("office"), notUsual) == "2026-11-23 09:30")
    #expect(due(.named("gone"), Clocks.withOffice) == "2026-11-20 15:30")
  }

  @Test(
    "Whatever the clock and the calendar say, a limit is due at its start or later, soon enough")
  func hostile() {
    let all = Set(
      (1970...2200).flatMap { year in
        (0..<366).compactMap { Day(year: year, month: 1, day: 1)?.adding(days: $0) }
      })
    let free = WorkingCalendar(
      name: "free", week: Clocks.office.week,
      holidays: Dictionary(uniqueKeysWithValues: all.map { ($0, "") }), zone: Clocks.copenhagen)
    let short = WorkingCalendar(
      name: "short", week: [.monday: [WorkingHours(start: 0, end: 1)].compactMap(\.self)],
      zone: Clocks.copenhagen)
    let calendars = [WorkingCalendar(name: "none", week: [:]), free, short, Clocks.office]
    let starts = [
      Timestamp.distantPast, Timestamp(microseconds: -1), Timestamp(microseconds: 0),
      Day.latest.startInUTC, Timestamp.distantFuture,
    ]
    var lengths = TimeSpan.Unit.allCases.flatMap {
      [TimeLimit.Length.span(TimeSpan(1, $0)), .span(TimeSpan(.max, $0))]
    }
    lengths += [.day(.friday, week: nil, month: nil), .day(.sunday, week: 5, month: 2)]
    lengths += [.day(.monday, week: .max, month: .min), .day(.monday, week: .min, month: .max)]
    for calendar in calendars {
      let all = WorkingCalendars(zone: .utc, calendars: [calendar], usual: calendar.name)
      for start in starts {
        for length in lengths {
          let limit = TimeLimit(length)
          #expect(limit.due(from: start, in: all) >= start)
          let reminder = Reminder(TimeSpan(.max, .hours), isRepeated: true, isAfter: true)
          _ = reminder.next(
            after: .distantFuture, start: start, due: start, calendar: .usual, in: all)
        }
      }
    }
  }

  @Test("A span is a whole number and a unit, up to a hundred years")
  func words() {
    for words in ["30 minutes", "1 hour", "2 days", "1 week", "3 months"] {
      #expect(TimeSpan(words: words)?.description == words)
    }
    #expect(TimeSpan(words: "1 days")?.description == "1 day")
    let refused = [
      "", "2", "days", "0 days", "-1 days", "+1 days", "1.5 days", "2 years", "2 seconds",
      "36501 days", "99999999999999999999 days", "2 days later", "٢ days",
    ]
    for words in refused { #expect(TimeSpan(words: words) == nil, "\(words)") }
    #expect(TimeSpan(0, .days).amount == 1 && TimeSpan(.max, .weeks).amount == 5200)
  }

  @Test("A day form is told in the words that it is read from")
  func dayWords() {
    for words in ["friday", "monday of week 1", "sunday of week 5 of february"] {
      #expect(DayForm(words: words)?.description == words)
    }
    #expect(DayForm(words: "fri")?.description == "friday")
    for words in ["", "friday of", "friday of week 6", "friday of week 0", "day", "week 3"] {
      #expect(DayForm(words: words) == nil, "\(words)")
    }
  }
}
