// Times and durations as people read them.

import Testing
import Workflow

@testable import Interface

@Suite("Formats")
struct FormatTests {
  let clock = LocalClock(timeZone: "Europe/Copenhagen")

  @Test("instants are shown in the organisation's zone, as short as they can be")
  func moments() {
    let now = Sample.now
    #expect(clock.seconds(now) == "14:02:11")
    #expect(clock.moment(Sample.stamp("2026-03-03T08:04:00Z"), now: now) == "09:04")
    #expect(clock.moment(Sample.stamp("2026-03-01T08:04:00Z"), now: now) == "Sun 09:04")
    #expect(clock.moment(Sample.stamp("2026-01-01T08:04:00Z"), now: now) == "1 Jan 09:04")
    #expect(clock.moment(Sample.stamp("2024-07-01T08:04:00Z"), now: now) == "1 Jul 2024")
    #expect(clock.moment(.distantFuture, now: now).isEmpty == false)
    #expect(clock.moment(.distantPast, now: now).isEmpty == false)
  }

  @Test("due times are relative, late ones say by how much")
  func due() {
    let now = Sample.now
    #expect(clock.due(Sample.stamp("2026-03-01T13:00:00Z"), now: now) == "2 d late")
    #expect(clock.due(Sample.stamp("2026-03-03T20:00:00Z"), now: now) == "today")
    #expect(clock.due(Sample.stamp("2026-03-06T20:00:00Z"), now: now) == "Fri")
    #expect(clock.due(Sample.stamp("2026-04-06T20:00:00Z"), now: now) == "6 Apr")
  }

  @Test(
    "durations in one unit",
    arguments: [
      (Duration.zero, "0 s"), (.microseconds(400), "0.4 ms"), (.milliseconds(31), "31 ms"),
      (.seconds(4), "4 s"), (.seconds(420), "7 m"), (.seconds(7300), "2 h"),
      (.seconds(3 * 86_400), "3 d"), (.seconds(-5), "0 s"),
    ])
  func ages(duration: Duration, text: String) { #expect(Age.text(duration) == text) }

  @Test("an unknown time zone counts as UTC")
  func unknownZone() {
    #expect(LocalClock(timeZone: "Mars/Olympus").seconds(Sample.now) == "13:02:11")
  }

  @Test("a row shows the cause of an error, not what the row says itself")
  func cause() {
    let error = "handler post failed for ER-000014: ledger: no account"
    #expect(Cause.text(of: error, document: "ER-000014") == "ledger: no account")
    #expect(Cause.text(of: error, document: "ER-000015") == error)
  }
}
