// Times as people read them, in the organisation's time zone. The one place that renders them.

import Foundation
import Workflow

/// Turns instants into days and clock times of a time zone.
package struct LocalClock: Hashable, Sendable {
  private let zone: TimeZone

  /// An unknown zone counts as UTC.
  package init(timeZone identifier: String) {
    zone = TimeZone(identifier: identifier) ?? .gmt
  }

  package func day(of time: Timestamp) -> Day { local(time).dayInUTC }

  /// `14:02:11`
  package func seconds(_ time: Timestamp) -> String {
    let second = secondOfDay(time)
    return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60)
  }

  /// `14:02:11.412`
  package func milliseconds(_ time: Timestamp) -> String {
    let rest = ((time.microseconds % 1_000_000) + 1_000_000) % 1_000_000
    let digits = String(rest / 1000)
    return seconds(time) + "." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// `09:04`
  package func minutes(_ time: Timestamp) -> String { String(seconds(time).prefix(5)) }

  /// The shortest form that says when: `09:04` today, `Tue 09:04` this week, `3 Mar 09:04`,
  /// `3 Mar 2024`.
  package func moment(_ time: Timestamp, now: Timestamp) -> String {
    let day = day(of: time)
    let today = self.day(of: now)
    let distance = abs(day.days(since: today))
    if distance == 0 { return minutes(time) }
    if distance < 7 { return day.weekday.short + " " + minutes(time) }
    return distance < 300 ? day.short + " " + minutes(time) : day.short + " \(day.year)"
  }

  /// When something is due, as one reads it in a list: `1 d late`, `today`, `Fri`, `3 Mar`.
  package func due(_ time: Timestamp, now: Timestamp) -> String {
    if time < now { return Age.text(now.duration(since: time)) + " late" }
    let ahead = day(of: time).days(since: day(of: now))
    if ahead == 0 { return "today" }
    return ahead < 7 ? day(of: time).weekday.short : day(of: time).short
  }

  private func local(_ time: Timestamp) -> Timestamp {
    let date = Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000)
    return time.advanced(by: .seconds(zone.secondsFromGMT(for: date)))
  }

  private func secondOfDay(_ time: Timestamp) -> Int {
    let local = local(time)
    let begin = local.dayInUTC.startInUTC
    return min(86_399, max(0, Int(local.duration(since: begin).components.seconds)))
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
