// The days of the events of an iCalendar file.

extension HolidayReader {
  mutating func addDays() {
    var replaced: [String: Set<Day>] = [:]
    for event in events {
      guard let identity = event.identity, let day = event.replaced else { continue }
      replaced[identity, default: []].insert(day)
    }
    for event in events where !isFull && !event.isBad && !event.isCanceled {
      guard let start = event.start else {
        report(event.line, "an event has no DTSTART", "Add a line such as DTSTART:20261224")
        continue
      }
      guard let length = length(of: event, from: start.day) else { continue }
      var excluded = event.excluded
      if event.replaced == nil, let identity = event.identity {
        excluded.formUnion(replaced[identity] ?? [])
      }
      for first in firstDays(of: event, from: start.day) where !excluded.contains(first) {
        work += length
        if work > Self.greatestWork { break }
        for distance in 0..<length { add(first.adding(days: distance), event.title) }
      }
      guard work <= Self.greatestWork else {
        report(event.line, "the file holds too many days", "Use a smaller calendar of holidays")
        return
      }
    }
  }

  private mutating func add(_ day: Day, _ title: String) {
    guard Self.years.contains(day.year) else { return }
    let other = days[day] ?? ""
    if other.isEmpty { days[day] = title }
  }

  /// How many days the event has each time; none when that is a mistake.
  private mutating func length(of event: HolidayEvent, from start: Day) -> Int? {
    var end = event.end
    if let duration = event.duration {
      end = event.start?.adding(duration: duration.text)
      guard end != nil else {
        report(
          duration.line, "\(quoted(duration.text)) is no duration", "Write one such as P1D")
        return nil
      }
    }
    let last = end?.lastDayBefore ?? start
    // An event that ends when it begins has the day that it begins on.
    let length = max(last, end?.day == start ? start : last).days(since: start) + 1
    guard length > 0 else {
      report(event.line, "an event ends before it begins", "Mend DTSTART or DTEND")
      return nil
    }
    guard length <= Self.greatestLength else {
      report(event.line, "an event is longer than a year", "Mend DTSTART or DTEND")
      return nil
    }
    return length
  }

  /// The days on which the event begins.
  private mutating func firstDays(of event: HolidayEvent, from start: Day) -> [Day] {
    var result = [start] + event.added
    for rule in event.rules {
      var count = 1
      var year = start.year
      let last = min(rule.until?.year ?? Self.years.upperBound, Self.years.upperBound)
      walk: while year <= last, work <= Self.greatestWork {
        let days = rule.days(in: year, from: start)
        work += 1 + days.count
        for day in days where day > start {
          if let until = rule.until, day > until { break walk }
          if let limit = rule.count, count >= limit { break walk }
          count += 1
          result.append(day)
        }
        year += rule.interval
      }
    }
    return result
  }
}
