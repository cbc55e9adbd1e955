// Working time, compared with counting it minute by minute.

import Testing

@testable import Workflow

@Suite struct WorkingCalendarTests {
  @Test("Work is done from the beginning of the hours until their end, not on holidays")
  func isWorking() throws {
    let expected: [(String, Bool)] = [
      ("2026-11-16 08:59", false), ("2026-11-16 09:00", true), ("2026-11-16 16:59", true),
      ("2026-11-16 17:00", false), ("2026-11-20 15:30", false), ("2026-11-21 10:00", false),
      ("2026-12-24 10:00", false), ("2026-12-23 10:00", true),
    ]
    for (time, works) in expected {
      #expect(Clocks.office.isWorking(at: try Clocks.time(time)) == works, "\(time)")
    }
  }

  @Test("Working time between two moments leaves out nights, weekends and holidays")
  func between() throws {
    func hours(_ start: String, _ end: String) throws -> Duration {
      Clocks.office.workingTime(from: try Clocks.time(start), to: try Clocks.time(end))
    }
    #expect(try hours("2026-11-16 09:00", "2026-11-16 17:00") == .seconds(8 * 3600))
    #expect(try hours("2026-11-20 14:00", "2026-11-23 10:00") == .seconds(2 * 3600))
    #expect(try hours("2026-11-23 10:00", "2026-11-20 14:00") == .seconds(-2 * 3600))
    #expect(try hours("2026-12-23 16:00", "2026-12-28 10:00") == .seconds(2 * 3600))
    #expect(try hours("2026-11-21 09:00", "2026-11-22 09:00") == .zero)
    #expect(
      Clocks.office.workingTime(from: .distantPast, to: .distantFuture) > .seconds(3600 * 38 * 1500)
    )
  }

  @Test("Hours over the change of the clocks are real hours, also in the night of the change")
  func nightShift() throws {
    let night = WorkingCalendar(
      name: "night",
      week: [.sunday: [WorkingHours(start: 0, end: 360)].compactMap(\.self)],
      zone: Clocks.copenhagen)
    func time(_ day: String) throws -> Duration {
      night.workingTime(
        from: try Clocks.time(day + " 00:00"), to: try Clocks.time(day + " 12:00"))
    }
    #expect(try time("2026-03-22") == .seconds(6 * 3600))
    #expect(try time("2026-03-29") == .seconds(5 * 3600))
    #expect(try time("2026-10-25") == .seconds(7 * 3600))
    // Hours that lie in the gap are none on that day.
    let gap = WorkingCalendar(
      name: "gap", week: [.sunday: [WorkingHours(start: 135, end: 165)].compactMap(\.self)],
      zone: Clocks.copenhagen)
    let moment = gap.workingMoment(from: try Clocks.time("2026-03-28 12:00"))
    #expect(Clocks.wall(moment) == "2026-04-05 02:15")
  }

  @Test("A day that a zone left out has no working time; days are found beyond it")
  func skippedDay() throws {
    let apia = LocalZone("Pacific/Apia")
    let calendar = WorkingCalendar(
      name: "a",
      week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, Clocks.hours(9, 17)) }),
      zone: apia)
    let start = try Clocks.time("2011-12-29 16:00", in: apia)
    let due = calendar.adding(workingTime: .seconds(2 * 3600), to: start)
    #expect(Clocks.wall(due, in: apia) == "2011-12-31 10:00")
  }

  @Test(
    "Counting hours gives the same as counting minute by minute",
    arguments: ["Europe/Copenhagen", "America/St_Johns", "Australia/Lord_Howe", "UTC"])
  func minuteByMinute(name: String) throws {
    let zone = LocalZone(name)
    let week: [Weekday: [WorkingHours]] = [
      .monday: [WorkingHours(start: 0, end: 90), WorkingHours(start: 600, end: 720)]
        .compactMap(\.self),
      .wednesday: Clocks.hours(22, 24), .saturday: Clocks.hours(1, 3),
      .sunday: Clocks.hours(0, 4),
    ]
    let holiday = try #require(Day(iso8601: "2026-03-30"))
    let calendar = WorkingCalendar(name: "c", week: week, holidays: [holiday: "x"], zone: zone)
    for begin in ["2026-03-26T00:00:00Z", "2026-10-22T00:00:00Z", "2026-04-02T00:00:00Z"] {
      let start = try Clocks.time(begin)
      // What a clock on the wall shows says whether there is work.
      let works = (0..<14 * 1440).map { minute in
        let time = start.advanced(by: .seconds(minute * 60))
        let (day, clock) = zone.local(time)
        let isWorking = calendar.hours(on: day).contains {
          $0.startClock <= clock && clock < $0.endClock
        }
        #expect(calendar.isWorking(at: time) == isWorking, "\(time)")
        return isWorking
      }
      var total = 0
      for (minute, isWorking) in works.enumerated() {
        let end = start.advanced(by: .seconds(minute * 60))
        guard minute % 37 == 0 || isWorking != works[max(0, minute - 1)] else {
          if isWorking { total += 1 }
          continue
        }
        #expect(calendar.workingTime(from: start, to: end) == .seconds(total * 60))
        if total > 0 {
          let due = calendar.adding(workingTime: .seconds(total * 60), to: start)
          #expect(due <= end && calendar.workingTime(from: due, to: end) == .zero)
          #expect(calendar.workingTime(from: start, to: due) == .seconds(total * 60))
          let back = calendar.adding(workingTime: .seconds(-total * 60), to: end)
          #expect(calendar.workingTime(from: back, to: end) == .seconds(total * 60))
        }
        if isWorking { total += 1 }
      }
    }
  }

  @Test("More working time is never due earlier, and a later start never gives an earlier end")
  func monotone() throws {
    let calendars = Clocks.withOffice
    let begin = try Clocks.time("2026-03-20 00:00")
    // A month that is too short brings several starts together, and their times of day apart.
    for unit in TimeSpan.Unit.allCases where unit != .months {
      for amount in [1, 2, 7, 30] {
        var last = Timestamp.distantPast
        var lastLonger = Timestamp.distantPast
        for step in 0..<600 {
          let start = begin.advanced(by: .seconds(step * 1800))
          let due = TimeLimit(.span(TimeSpan(amount, unit))).due(from: start, in: calendars)
          let longer = TimeLimit(.span(TimeSpan(amount + 1, unit))).due(from: start, in: calendars)
          #expect(due >= start && due >= last && longer >= due && longer >= lastLonger)
          (last, lastLonger) = (due, longer)
        }
      }
    }
  }

  @Test("Hours that touch or overlap become one stretch; days without any are left out")
  func joined() {
    let hours = [(540, 720), (700, 800), (800, 900), (1000, 1100)]
      .compactMap { WorkingHours(start: $0.0, end: $0.1) }
    let calendar = WorkingCalendar(name: "a", week: [.monday: hours.reversed(), .tuesday: []])
    #expect(calendar.week[.monday]?.map(\.description) == ["09:00-15:00", "16:40-18:20"])
    #expect(calendar.week[.tuesday] == nil)
    #expect(WorkingHours(start: 600, end: 600) == nil && WorkingHours(start: 0, end: 1441) == nil)
    #expect(WorkingHours(start: -1, end: 60) == nil)
  }

  @Test("An unknown zone is UTC, and a path is no zone")
  func zones() {
    #expect(LocalZone("Mars/Olympus") == .utc && !LocalZone.isKnown("../../etc/passwd"))
    #expect(LocalZone.isKnown("UTC") && LocalZone.isKnown("Europe/Copenhagen"))
  }
}
