// Days and times of day in the time zone of the organisation.

import Foundation
import Workflow

/// Converts moments to what a calendar on the wall shows.
public struct LocalCalendar: Sendable {
  private let zone: TimeZone

  /// - Parameter timeZone: an identifier such as `Europe/Copenhagen`; an unknown one is UTC.
  public init(timeZone: String) {
    zone = TimeZone(identifier: timeZone) ?? TimeZone(secondsFromGMT: 0) ?? .current
  }

  /// The offset from UTC that holds at a moment, in seconds.
  public func offset(at time: Timestamp) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000))
  }

  public func day(of time: Timestamp) -> Day { local(time).day }

  /// "09:04" of a moment.
  public func clock(of time: Timestamp) -> String {
    let minutes = local(time).seconds / 60
    return Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
  }

  /// "09:04:10" of a moment.
  public func clockWithSeconds(of time: Timestamp) -> String {
    clock(of: time) + ":" + Self.two(local(time).seconds % 60)
  }

  private func local(_ time: Timestamp) -> (day: Day, seconds: Int) {
    let seconds = time.microseconds.flooringQuotient(1_000_000) + Int64(offset(at: time))
    let days = seconds.flooringQuotient(86_400)
    return (Day(clamping: Int(days)), Int(seconds - days * 86_400))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int64 {
  fileprivate func flooringQuotient(_ divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
