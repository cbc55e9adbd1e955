// Local times and instants, over every kind of change of the clock.

import Testing

@testable import Workflow

@Suite struct LocalZoneTests {
  @Test(
    "A local time is the first instant that shows it, or the first after a gap",
    arguments: [
      ("UTC", "2026-01-01", 3), ("Europe/Copenhagen", "2026-03-28", 3),
      ("Europe/Copenhagen", "2026-10-24", 3), ("America/St_Johns", "2010-11-06", 3),
      ("Australia/Lord_Howe", "2026-04-04", 3), ("Australia/Lord_Howe", "2026-10-03", 3),
      ("Asia/Beirut", "2026-03-28", 3), ("Pacific/Apia", "2011-12-28", 5),
      ("America/Sao_Paulo", "2018-11-03", 3), ("Africa/Casablanca", "2026-02-14", 3),
      ("Europe/Copenhagen", "1893-12-31", 3), ("Asia/Kolkata", "1941-09-30", 3),
    ])
  func localTimes(name: String, first: String, days: Int) throws {
    let zone = LocalZone(name)
    #expect(zone.identifier == name)
    let start = try #require(Day(iso8601: first))
    for distance in 0..<days {
      let day = start.adding(days: distance)
      for minute in stride(from: 0, to: 1440, by: 5) {
        let clock = Int64(minute) * 60_000_000
        let time = zone.time(of: day, clock: clock)
        let shown = zone.local(time)
        let before = zone.local(time.advanced(by: .microseconds(-1)))
        let wanted = (day.number, clock)
        #expect((shown.day.number, shown.clock) >= wanted, "\(day) \(minute)")
        // Just before, the clock showed less: it is the first such instant.
        #expect((before.day.number, before.clock) < wanted, "\(day) \(minute)")
      }
      #expect(zone.time(of: day, clock: LocalZone.dayLength) == zone.start(of: day.adding(days: 1)))
    }
  }

  @Test("Every instant shows the local time that leads back to it, or to the first that shows it")
  func instants() throws {
    for name in ["Europe/Copenhagen", "Australia/Lord_Howe", "America/St_Johns"] {
      let zone = LocalZone(name)
      let start = try Clocks.time("2026-01-01T00:00:00Z")
      for step in 0..<8760 * 4 {
        let time = start.advanced(by: .seconds(step * 900))
        let (day, clock) = zone.local(time)
        let back = zone.time(of: day, clock: clock)
        #expect(back <= time && zone.local(back) == (day, clock), "\(time)")
      }
    }
  }
}
