// Times as pages show them, in the organisation's time zone.

import ApplicationRuntime
import Workflow

/// Turns instants into days and clock times of a time zone.
package struct LocalClock: Sendable {
  private let zone: LocalZone

  /// An unknown zone counts as UTC.
  package init(timeZone identifier: String) {
    zone = LocalZone(identifier)
  }

  package func day(of time: Timestamp) -> Day { zone.day(of: time) }

  /// `14:02:11`
  package func seconds(_ time: Timestamp) -> String { zone.clockWithSeconds(of: time) }

  /// `14:02:11.412`
  package func milliseconds(_ time: Timestamp) -> String {
    let rest = ((time.microseconds % 1_000_000) + 1_000_000) % 1_000_000
    let digits = String(rest / 1000)
    return seconds(time) + "." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// `09:04`
  package func minutes(_ time: Timestamp) -> String { zone.clock(of: time) }

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

  /// Since when something is so, in a sentence: `09:04` today, `Tuesday 09:04` this week.
  package func since(_ time: Timestamp, now: Timestamp) -> String {
    let day = day(of: time)
    let distance = day.days(since: self.day(of: now))
    guard distance < 0, distance > -7 else { return moment(time, now: now) }
    return day.weekday.long + " " + minutes(time)
  }

  /// When something is due, as one reads it in a list: `1 d late`, `today`, `Fri`, `3 Mar`.
  package func due(_ time: Timestamp, now: Timestamp) -> String {
    if time < now { return Age.text(now.duration(since: time)) + " late" }
    let ahead = day(of: time).days(since: day(of: now))
    if ahead == 0 { return "today" }
    return ahead < 7 ? day(of: time).weekday.short : day(of: time).short
  }
}
