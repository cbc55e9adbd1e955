// Instants: ISO 8601 both ways, arithmetic at the ends, durations in words.

import Testing
import Workflow

@Suite struct TimestampTests {
  @Test(
    "ISO 8601 is read with fractions and offsets",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500_000),
      ("1970-01-01T01:00:00+01:00", 0), ("1969-12-31T23:59:59.999999Z", -1),
      ("2026-03-01T09:30:00Z", 1_772_357_400_000_000), ("1970-01-01T00:00:00.1234567Z", 123_456),
      ("1970-01-01 00:00:01Z", 1_000_000),
    ] as [(String, Int64)])
  func reading(text: String, microseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.microseconds == microseconds)
  }

  @Test(
    "Other texts are refused",
    arguments: [
      "", "2026-03-01", "2026-03-01T09:30:00", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
      "2026-03-01T09:30:00.Z", "2026-02-30T09:30:00Z", "2026-03-01T09:30:00+1:00",
      "2026-03-01T09:30:00ZZ", "2026-03-01T09:30:00.00000000000000000000000000000000Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test("Milliseconds are written only when they are not zero")
  func writing() {
    #expect(Timestamp(microseconds: 1_772_357_400_000_999).iso8601 == "2026-03-01T09:30:00Z")
    #expect(Timestamp(microseconds: 1_772_357_400_012_000).iso8601 == "2026-03-01T09:30:00.012Z")
    #expect(Timestamp(microseconds: -1000).iso8601 == "1969-12-31T23:59:59.999Z")
  }

  @Test("Whole milliseconds survive the round trip")
  func roundTrip() {
    for step in Int64(-2000)...2000 {
      let time = Timestamp(microseconds: step * 12_345_678_901_000)
      #expect(Timestamp(iso8601: time.iso8601) == time)
    }
  }

  @Test("Arithmetic saturates and never traps")
  func saturation() {
    #expect(Timestamp.distantFuture.advanced(by: .seconds(1)) == .distantFuture)
    #expect(Timestamp.distantPast.advanced(by: .seconds(-1)) == .distantPast)
    #expect(Timestamp(microseconds: 0).advanced(by: .seconds(Int64.max)) == .distantFuture)
    let longest = Timestamp.distantFuture.duration(since: .distantPast)
    #expect(longest == .microseconds(Int64.max))
    #expect(!Timestamp.distantPast.iso8601.isEmpty && !Timestamp.distantFuture.iso8601.isEmpty)
    #expect(Timestamp.distantPast.dayInUTC == .earliest)
  }

  @Test(
    "Durations are read and written in words",
    arguments: ["2 days", "1 day", "36 hours", "90 minutes", "1 second", "0 seconds", "-3 days"])
  func words(text: String) throws {
    #expect(try #require(Duration(words: text)).words == text)
  }

  @Test("A week is seven days, and nonsense is no duration")
  func oddWords() {
    #expect(Duration(words: "1 week")?.words == "7 days")
    for text in ["", "days", "2", "two days", "2 fortnights", "9223372036854775807 weeks"] {
      #expect(Duration(words: text) == nil)
    }
  }
}
