/// A DATE or a DATE-TIME of an iCalendar file, on the wall of a zone.
struct CalendarMoment: Hashable {
  let day: Day
  /// Seconds since midnight; none for a DATE.
  let second: Int?

  /// Reads `20261224`, `20261224T120000` and, turned into the zone, `20261224T120000Z`. Times of
  /// other zones stay as they are written: a holiday is a day of the place that it is kept at.
  init?(_ text: String, zone: LocalZone) {
    let bytes = Array(text.utf8.prefix(17))
    guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16,
      let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[4..<6]),
      let number = Day.number(bytes[6..<8]), let day = Day(year: year, month: month, day: number)
    else { return nil }
    guard bytes.count > 8 else {
      self.day = day
      second = nil
      return
    }
    guard bytes[8] == 0x54, let hour = Day.number(bytes[9..<11]), hour <= 23,
      let minute = Day.number(bytes[11..<13]), minute <= 59,
      let second = Day.number(bytes[13..<15]), second <= 60
    else { return nil }
    let seconds = hour * 3600 + minute * 60 + second
    guard bytes.count == 16 else {
      self.day = day
      self.second = seconds
      return
    }
    guard bytes[15] == 0x5A else { return nil }
    let (local, clock) = zone.local(day.startInUTC.advanced(by: .seconds(seconds)))
    self.day = local
    self.second = Int(clock / 1_000_000)
  }

  init(day: Day, second: Int?) {
    self.day = day
    self.second = second
  }

  /// The last day that something has which ends here, the end itself not counted.
  var lastDayBefore: Day { second ?? 0 == 0 ? day.adding(days: -1) : day }

  /// The moment so much later, by a duration such as `P1D`, `P2W` or `P1DT12H`; none when it is not
  /// written so.
  func adding(duration text: String) -> CalendarMoment? {
    var rest = Substring(text)
    if rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P", rest.utf8.count <= 24 else { return nil }
    rest.removeFirst()
    var seconds = 0
    var isTime = false
    var count = 0
    while let next = rest.first {
      if next == "T", !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.utf8.count), let number = Int(digits),
        let unit = rest.dropFirst(digits.count).first,
        let size = (isTime ? ["H": 3600, "M": 60, "S": 1] : ["W": 604_800, "D": 86_400])[unit]
      else { return nil }
      seconds += number * size
      rest = rest.dropFirst(digits.count + 1)
      count += 1
    }
    guard count > 0 else { return nil }
    let total = (second ?? 0) + seconds
    let isWhole = second == nil && total % 86_400 == 0
    return CalendarMoment(
      day: day.adding(days: total / 86_400), second: isWhole ? nil : total % 86_400)
  }
}
