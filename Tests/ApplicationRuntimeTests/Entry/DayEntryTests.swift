// Dates as people type them.

import Testing
import Workflow

@testable import ApplicationRuntime

@Suite("Day entry")
struct DayEntryTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

  @Test(
    "a typed date is the nearest day that has its parts",
    arguments: [
      ("3", "2026-03-03"), ("28", "2026-02-28"), ("31", "2026-03-31"), ("3/3", "2026-03-03"),
      ("3.3", "2026-03-03"), ("28/12", "2025-12-28"), ("3/3/2024", "2024-03-03"),
      ("3.3.24", "2024-03-03"), ("2024-03-05", "2024-03-05"), ("2024/3/5", "2024-03-05"),
      ("mon", "2026-03-02"), ("wed", "2026-03-04"), ("fr", "2026-03-06"), ("sa", "2026-03-07"),
      ("su", "2026-03-01"),
      ("-1", "2026-03-03"), ("-", "2026-03-03"), ("+", "2026-03-05"), ("+10", "2026-03-14"),
      ("t", "2026-03-12"), ("today", "2026-03-12"), ("y", "2026-03-11"), ("tom", "2026-03-13"),
      ("3 mar", "2026-03-03"), ("3mar", "2026-03-03"), ("Tue 3 Mar", "2026-03-03"),
      ("Mar 3 2025", "2025-03-03"), ("29/2", "2028-02-29"), (" 3 ", "2026-03-03"),
    ])
  func nearest(_ typed: String, _ expected: String) throws {
    let parsed = try DayEntry.parse(
      typed, near: day("2026-03-04"), today: day("2026-03-12"))
    #expect(parsed.iso8601 == expected)
  }

  @Test("a day after the limit is taken only when no earlier one fits")
  func limit() throws {
    let today = try day("2026-02-28")
    #expect(try DayEntry.parse("3", near: today).iso8601 == "2026-03-03")
    #expect(try DayEntry.parse("3", near: today, notAfter: today).iso8601 == "2026-02-03")
    #expect(try DayEntry.parse("3/3/2027", near: today, notAfter: today).iso8601 == "2027-03-03")
    #expect(try DayEntry.parse("sun", near: today, notAfter: today).iso8601 == "2026-02-22")
  }

  @Test("a weekday that contradicts the date chooses the year in which it does not")
  func weekday() throws {
    let parsed = try DayEntry.parse("Mon 3 Mar", near: day("2026-03-04"))
    #expect(parsed.iso8601 == "2025-03-03")
  }

  @Test(
    "what is no date is refused with what to type",
    arguments: [
      "", "x", "32", "0", "31/2/2026", "3/13/2026", "1/2/3/4", "--", "+x", "+99999", "3/3/202",
      "mar", "3 mar apr", "99999999999999999999", "\u{1B}[2J", "٣",
      String(repeating: "3", count: 5000),
    ])
  func refused(_ typed: String) throws {
    let near = try day("2026-03-04")
    let error = #expect(throws: EntryError.self) { try DayEntry.parse(typed, near: near) }
    #expect(error?.message.unicodeScalars.contains("\u{1B}") == false)
  }

  @Test("the ends of the calendar hold")
  func ends() throws {
    #expect(try DayEntry.parse("+9999", near: .latest) == .latest)
    #expect(try DayEntry.parse("-", near: .earliest) == .earliest)
    #expect(try DayEntry.parse("3", near: .earliest).iso8601 == "0001-01-03")
  }
}
