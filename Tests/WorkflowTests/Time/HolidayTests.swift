// The holidays of iCalendar files.

import Foundation
import Testing

@testable import Workflow

@Suite struct HolidayTests {
  private func read(
    _ events: String, zone: LocalZone = Clocks.copenhagen
  ) -> (days: [Day: String], findings: [Finding]) {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "\nEND:VCALENDAR\n"
    return HolidayReader.read(text, file: "h.ics", zone: zone)
  }

  /// The days of one event with these lines, as far as they are in the years asked for.
  private func days(_ lines: String, _ years: ClosedRange<Int> = 1970...2200) -> [String] {
    let (days, findings) = read("BEGIN:VEVENT\n\(lines)\nEND:VEVENT")
    #expect(findings.isEmpty, "\(findings)")
    return days.keys.filter { years.contains($0.year) }.sorted().map(\.iso8601)
  }

  @Test(
    "A calendar as programs export it is read: folded lines, time zones, alarms, both ends of line")
  func export() {
    let text = """
      BEGIN:VCALENDAR
      PRODID:-//Example//Holidays 1.0//EN
      VERSION:2.0
      BEGIN:VTIMEZONE
      TZID:Europe/Copenhagen
      BEGIN:DAYLIGHT
      DTSTART:19810329T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:1@example.org
      DTSTAMP:20260101T000000Z
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20261227
      SUMMARY;LANGUAGE=en;X-A="a:b;c":Christmas\\, and what
        follows\\n
      TRANSP:TRANSPARENT
      BEGIN:VALARM
      TRIGGER:-PT15M
      DURATION:nonsense
      SUMMARY:Alarm
      END:VALARM
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260405
      STATUS:CANCELLED
      END:VEVENT
      END:VCALENDAR

      """
    for ending in ["\n", "\r\n"] {
      let (days, findings) = HolidayReader.read(
        text.replacingOccurrences(of: "\n", with: ending), file: "h.ics", zone: .utc)
      #expect(findings.isEmpty, "\(findings)")
      #expect(days.keys.sorted().map(\.iso8601) == ["2026-12-24", "2026-12-25", "2026-12-26"])
      #expect(Set(days.values) == ["Christmas, and what follows "])
    }
  }

  @Test(
    "The end of an event is not counted; an event with times makes the days free that it touches",
    arguments: [
      ("DTSTART:20261224", ["2026-12-24"]),
      ("DTSTART:20261224\nDTEND:20261225", ["2026-12-24"]),
      ("DTSTART:20261224\nDTEND:20261224", ["2026-12-24"]),
      ("DTSTART:20261224\nDURATION:P2D", ["2026-12-24", "2026-12-25"]),
      ("DTSTART:20261224T180000\nDURATION:PT12H", ["2026-12-24", "2026-12-25"]),
      ("DTSTART;TZID=Asia/Tokyo:20261224T120000\nDTEND:20261225T000000", ["2026-12-24"]),
      ("DTSTART:20261224T120000\nDTEND:20261225T000001", ["2026-12-24", "2026-12-25"]),
      ("DTSTART:20261223T230000Z\nDTEND:20261224T230000Z", ["2026-12-24"]),
      ("DTSTART:20261231\nRDATE:20270101,20270103", ["2026-12-31", "2027-01-01", "2027-01-03"]),
    ])
  func lengths(lines: String, expected: [String]) {
    #expect(days(lines) == expected)
  }

  @Test(
    "Yearly rules are followed",
    arguments: [
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY", ["2026-12-24", "2027-12-24", "2028-12-24"]),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;COUNT=2", ["2026-12-24", "2027-12-24"]),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;UNTIL=20271224", ["2026-12-24", "2027-12-24"]),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;UNTIL=20271223T230000Z", ["2026-12-24", "2027-12-24"]),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;INTERVAL=2", ["2026-12-24", "2028-12-24"]),
      ("DTSTART:20240229\nRRULE:FREQ=YEARLY", ["2028-02-29"]),
      // Thanksgiving, the spring bank holiday and election day of the United States.
      (
        "DTSTART:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        ["2026-11-26", "2027-11-25", "2028-11-23"]
      ),
      (
        "DTSTART:20260525\nRRULE:FREQ=YEARLY;WKST=SU;BYMONTH=5;BYDAY=-1MO",
        ["2026-05-25", "2027-05-31", "2028-05-29"]
      ),
      (
        "DTSTART:20261103\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        ["2026-11-03", "2027-11-02", "2028-11-07"]
      ),
      (
        "DTSTART:20260131\nRRULE:FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=-1;COUNT=4",
        ["2026-01-31", "2026-02-28", "2027-01-31", "2027-02-28"]
      ),
      ("DTSTART:20260105\nRRULE:FREQ=YEARLY;BYDAY=1MO;COUNT=2", ["2026-01-05", "2027-01-04"]),
      (
        "DTSTART:20261224\nRRULE:FREQ=YEARLY\nEXDATE:20271224,20290101",
        ["2026-12-24", "2028-12-24"]
      ),
      (
        "DTSTART:19001224\nDTEND:19001226\nRRULE:FREQ=YEARLY;COUNT=128",
        ["2026-12-24", "2026-12-25", "2027-12-24", "2027-12-25"]
      ),
    ])
  func rules(lines: String, expected: [String]) {
    #expect(days(lines, 2026...2028) == expected)
  }

  @Test("A day of a series that was moved is where it was moved to")
  func replaced() {
    let (days, findings) = read(
      """
      BEGIN:VEVENT
      UID:a
      DTSTART:20260504
      RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;COUNT=2
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID:20270503
      DTSTART:20270507
      END:VEVENT
      """)
    #expect(findings.isEmpty)
    #expect(days.keys.sorted().map(\.iso8601) == ["2026-05-04", "2027-05-07"])
  }

  @Test(
    "What is not understood is told with its line",
    arguments: [
      ("DTSTART:20261224\nRRULE:FREQ=MONTHLY", "5:1 the rule `RRULE:FREQ=MONTHLY`", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYWEEKNO=1", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYSETPOS=1", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;COUNT=0", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYMONTH=13", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:FREQ=YEARLY;FREQ=YEARLY", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nRRULE:COUNT=1", "5:1 the rule", "FREQ=YEARLY"),
      ("DTSTART:20261224\nEXRULE:FREQ=YEARLY", "5:1 the rule `EXRULE:", "FREQ=YEARLY"),
      ("DTSTART:20261324", "4:1 `20261324` is no day that `DTSTART` can have", "20261224"),
      ("DTSTART:", "4:1 `` is no day", "20261224"),
      ("DTSTART:20261224\nEXDATE:soon", "5:1 `soon` is no day that `EXDATE`", "20261224"),
      ("SUMMARY:A", "3:1 an event has no DTSTART", "DTSTART:20261224"),
      ("DTSTART:20261224\nDTEND:20261222", "3:1 an event ends before it begins", "DTEND"),
      ("DTSTART:20260101\nDTEND:20280101", "3:1 an event is longer than a year", "DTEND"),
      ("DTSTART:20261224\nDURATION:1D", "5:1 `1D` is no duration", "P1D"),
      ("DTSTART:20261224\nno colon", "5:1 `no colon` is no line", ".ics"),
    ])
  func mistakes(lines: String, place: String, remedy: String) {
    let findings = read("BEGIN:VEVENT\n\(lines)\nEND:VEVENT").findings
    #expect(findings.count == 1, "\(findings)")
    #expect(findings.first?.place.hasPrefix(place) == true, "\(findings)")
    #expect(findings.first?.remedy.contains(remedy) == true, "\(findings)")
    #expect(findings.first?.location.file == "h.ics")
  }

  @Test("A file that is no calendar, or ends too early, is told")
  func noCalendar() {
    func place(_ text: String) -> String? {
      HolidayReader.read(text, file: "h.ics", zone: .utc).findings.first?.place
    }
    #expect(place("<html>")?.hasPrefix("1:1 `<html>` is no line") == true)
    #expect(place("date,currency:rate")?.hasPrefix("1:1 this is no iCalendar file") == true)
    #expect(place("BEGIN:VCALENDAR\nBEGIN:VEVENT")?.hasPrefix("2:1 the file ends inside") == true)
    #expect(
      place("BEGIN:VCALENDAR\nEND:VEVENT")?.hasPrefix("2:1 `END:VEVENT` ends nothing") == true)
    let empty = HolidayReader.read("", file: "h.ics", zone: .utc).findings
    #expect(empty.map(\.severity) == [.warning])
    let deep = String(repeating: "BEGIN:A\n", count: 10_000)
    #expect(place(deep)?.hasPrefix("9:1 parts are nested") == true)
  }

  @Test("A hostile file is read in bounded time")
  func bounded() {
    let rules = ["FREQ=YEARLY", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=YEARLY;BYMONTHDAY=1,2,3"]
    for rule in rules {
      let event = "BEGIN:VEVENT\nDTSTART:00010101\nDTEND:00011230\nRRULE:\(rule)\nEND:VEVENT\n"
      let findings = read(String(repeating: event, count: 20_000)).findings
      #expect(findings.contains { $0.message.contains("too many days") })
    }
    let wrong = String(repeating: "BEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\n", count: 20_000)
    #expect(read(wrong).findings.count == 100)
    let folded = "BEGIN:VEVENT\nSUMMARY:" + String(repeating: "\n x", count: 300_000)
    #expect(read(folded + "\nDTSTART:20260101\nEND:VEVENT").days.count == 1)
  }

  @Test("Random changes of a good file never crash")
  func mutations() {
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20261227
      RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=9;BYMONTH=12;BYDAY=-1MO,2TU
      EXDATE:20281225T120000Z
      SUMMARY:A\\, b
      END:VEVENT
      END:VCALENDAR
      """
    let bytes = Array(text.utf8)
    let alphabet = Array(":;,=-+0129\n\r TZPDW\"\\é".utf8)
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0...next(4) { changed[next(changed.count)] = alphabet[next(alphabet.count)] }
      _ = HolidayReader.read(
        String(decoding: changed, as: UTF8.self), file: "h.ics", zone: Clocks.copenhagen)
    }
  }
}
