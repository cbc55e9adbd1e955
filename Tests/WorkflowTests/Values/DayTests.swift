// Days: the calendar from year 1 to 9999, and hostile texts.

import Testing
import Workflow

@Suite struct DayTests {
  @Test("Every day of the calendar survives the round trip through its text and its parts")
  func roundTrip() throws {
    var day = Day.earliest
    var weekday = day.weekday.rawValue
    while day < .latest {
      let again = try #require(Day(year: day.year, month: day.month, day: day.day))
      if again != day || day.weekday.rawValue != weekday { Issue.record("\(day)") }
      let next = day.adding(days: 17)
      weekday = (weekday - 1 + 17) % 7 + 1
      if next.days(since: day) != 17 { break }
      if Day(iso8601: next.iso8601) != next { Issue.record("\(next)") }
      day = next
    }
  }

  @Test(
    "Known days fall on known weekdays",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("2026-03-01", .sunday),
      ("0001-01-01", .monday), ("9999-12-31", .friday),
    ])
  func weekdays(text: String, weekday: Weekday) throws {
    #expect(try #require(Day(iso8601: text)).weekday == weekday)
  }

  @Test(
    "Dates that do not exist and other texts are refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "0000-01-01",
      "2026-3-1",
      "2026-03-01 ", "+026-03-01", "", "2026/03/01", "٢٠٢٦-03-01", "2026-03-010",
    ])
  func refused(text: String) {
    #expect(Day(iso8601: text) == nil)
  }

  @Test("Adding stays within the calendar")
  func saturation() {
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day(iso8601: "2024-02-28")?.adding(days: 2).iso8601 == "2024-03-01")
  }
}
