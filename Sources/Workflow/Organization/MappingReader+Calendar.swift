// Reads the hours of a week, the holidays and the time zone of a calendar.

extension MappingReader {
  /// Days that were written out, and the files that hold others.
  struct Holidays {
    typealias File = (name: String, location: SourceLocation)

    var days: [Day: String] = [:]
    var files: [File] = []
  }

  /// The time zone under a key; none when it is missing or unknown, which is reported.
  mutating func timeZone(_ key: String) -> String? {
    guard let (scalar, location) = scalar(key, example: "Europe/Copenhagen") else { return nil }
    if LocalZone.isKnown(scalar.text) { return scalar.text }
    error(
      at: location, "unknown time zone \(quoted(scalar.text))",
      "Write a name of the time zone database, such as `Europe/Copenhagen` or `UTC`")
    return nil
  }

  /// The holidays under `holidays`: the name of a file, or a list of names and days.
  mutating func holidays() -> Holidays {
    var result = Holidays()
    guard let node = node("holidays") else { return result }
    for node in node.sequence ?? [node] {
      guard let text = node.scalar?.text, !node.isNull else {
        error(
          at: node.location, "`holidays` holds names of files and days, found \(node.kind)",
          "Write `holidays: holidays.ics` or `holidays: [2026-12-24]`")
        continue
      }
      if let day = Day(iso8601: text) {
        result.days[day] = ""
      } else if text.allSatisfy({ $0.isNumber || $0 == "-" }) {
        error(
          at: node.location, "\(quoted(text)) is not a day of the calendar", "Write `2026-12-24`")
      } else {
        result.files.append((text, node.location))
      }
    }
    return result
  }

  /// The hours under `week`, which must hold some.
  mutating func workingWeek() -> [Weekday: [WorkingHours]] {
    let example = "{ mon-thu: \"09:00-17:00\", fri: \"09:00-15:00\" }"
    guard let node = requiredNode("week", example: example) else { return [:] }
    guard let entries = node.mapping else {
      error(
        at: node.location, "`week` must be a mapping from days to hours, found \(node.kind)",
        "Write `week: \(example)`")
      return [:]
    }
    var result: [Weekday: [WorkingHours]] = [:]
    var given: Set<Weekday> = []
    for entry in entries {
      guard let days = weekdays(entry) else { continue }
      let hours = workingHours(entry)
      for day in days {
        if given.insert(day).inserted {
          result[day] = hours
        } else {
          error(at: entry.keyLocation, "\(day.name) is there twice", "Remove it from one of them")
        }
      }
    }
    let hasNone = result.values.allSatisfy(\.isEmpty)
    if hasNone, !findings.contains(where: { $0.severity == .error }) {
      error(
        at: node.location, "the calendar has no working hours, so that no limit would ever be due",
        "Write `week: \(example)`")
    }
    return result
  }

  /// The days of `fri`, `friday` or `mon-thu`.
  private mutating func weekdays(_ entry: YAMLEntry) -> [Weekday]? {
    let parts = entry.key.lowercased().split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.trimmed }
    let days = parts.compactMap { Weekday(name: $0) }
    guard days.count == parts.count, (1...2).contains(days.count), let first = days.first,
      let last = days.last
    else {
      let names = Weekday.allCases.flatMap { [$0.name, $0.shortName] }
      let slip = parts.first { Weekday(name: $0) == nil }
      let nearest = slip.flatMap { $0.count > 3 ? Spelling.nearest(to: $0, among: names) : nil }
      error(
        at: entry.keyLocation, "\(quoted(entry.key)) is no day of the week",
        nearest.map { "Did you mean `\($0)`?" } ?? "Write `mon`, `friday` or `mon-thu`")
      return nil
    }
    let count = (last.rawValue - first.rawValue + 7) % 7
    return (0...count).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) }
  }

  /// The stretches of one entry: a list, or one value with commas in between.
  private mutating func workingHours(_ entry: YAMLEntry) -> [WorkingHours] {
    let nodes = entry.value.sequence ?? (entry.value.isNull ? [] : [entry.value])
    var result: [WorkingHours] = []
    for node in nodes {
      guard let text = node.scalar?.text else {
        error(
          at: node.location, "hours are a single value, found \(node.kind)",
          "Write `\"09:00-17:00\"`")
        continue
      }
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let hours = hours(part.trimmed, at: node.location) else { continue }
        if let other = result.first(where: { $0.start < hours.end && hours.start < $0.end }) {
          error(
            at: node.location, "\(hours) and \(other) overlap", "Join them, or mend one of them")
        }
        result.append(hours)
      }
    }
    return result
  }

  private mutating func hours(_ text: String, at location: SourceLocation) -> WorkingHours? {
    let times = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Self.minutes(of: $0.trimmed) }
    guard times.count == 2, let start = times[0], let end = times[1] else {
      error(at: location, "\(quoted(text)) are no hours", "Write such as `\"09:00-17:00\"`")
      return nil
    }
    if let hours = WorkingHours(start: start, end: end) { return hours }
    error(
      at: location, "\(quoted(text)) ends before it begins",
      start == end
        ? "Write such as `\"09:00-17:00\"`"
        : "For work over midnight end at 24:00 here and begin the next day at 00:00")
    return nil
  }

  /// The minutes since midnight of `09:00`, `9:00` or `24:00`.
  private static func minutes(of text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let digits = parts.map { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int($0) : nil }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = digits[0], let minute = digits[1], hour <= 24, minute <= 59,
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}

extension StringProtocol {
  /// Without the spaces at both ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
