// Reads and writes instants as ISO 8601.

extension Timestamp {
  /// Reads `2026-03-01T09:30:00Z`, with a fraction of a second and with an offset such as `+01:00`.
  ///
  /// Digits beyond the microsecond are dropped. None when it is anything else.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8.prefix(41))
    guard bytes.count >= 20, bytes.count <= 40,
      let day = Day(iso8601: String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let hour = Day.number(bytes[11..<13]), hour <= 23,
      let minute = Day.number(bytes[14..<16]), minute <= 59,
      let second = Day.number(bytes[17..<19]), second <= 60
    else { return nil }
    var position = 19
    var fraction = 0
    if bytes[position] == 0x2E {
      position += 1
      let start = position
      var scale = 100_000
      while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
        fraction += Int(bytes[position] - 0x30) * scale
        scale /= 10
        position += 1
      }
      guard position > start else { return nil }
    }
    guard let offset = Self.offsetInSeconds(bytes[position...]) else { return nil }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
    microseconds = Int64(seconds) * 1_000_000 + Int64(fraction)
  }

  private static func offsetInSeconds(_ zone: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(zone)
    if bytes == [0x5A] { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
      let hours = Day.number(bytes[1..<3]), hours <= 23,
      let minutes = Day.number(bytes[4..<6]), minutes <= 59
    else { return nil }
    return (hours * 3600 + minutes * 60) * (bytes[0] == 0x2D ? -1 : 1)
  }

  /// The instant as `2026-03-01T09:30:00Z`, with milliseconds only when they are not zero.
  public var iso8601: String {
    let dayNumber = floorDivide(microseconds, 86_400_000_000)
    let remainder = Int(microseconds % 86_400_000_000)
    let ofDay = remainder < 0 ? remainder + 86_400_000_000 : remainder
    let date = CivilCalendar.date(ofDayNumber: Int(dayNumber))
    let seconds = ofDay / 1_000_000
    let milliseconds = ofDay / 1000 % 1000
    let two = { (number: Int) in CivilCalendar.digits(number, width: 2) }
    return CivilCalendar.digits(date.year, width: 4) + "-" + two(date.month) + "-" + two(date.day)
      + "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
      + (milliseconds == 0 ? "" : "." + CivilCalendar.digits(milliseconds, width: 3)) + "Z"
  }
}
