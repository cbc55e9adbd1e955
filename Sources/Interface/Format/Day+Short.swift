// Days as lists show them.

import Workflow

extension Weekday {
  /// `Tuesday`
  package var long: String { "\(self)".capitalizedFirst }

  /// `Tue`
  package var short: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }
}

extension Day {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `March`
  package var monthName: String { Self.monthNames[(month - 1) % 12] }
  /// `3 Mar`
  package var short: String { "\(day) " + Self.months[(month - 1) % 12] }
  /// `Tue 3 Mar`
  package var weekdayAndShort: String { weekday.short + " " + short }
  /// `3 Mar 2026`
  package var long: String { short + " \(year)" }
}
