// The days of the week in words, as files write them.

extension Weekday {
  /// `monday` to `sunday`.
  public var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }

  /// Its first three letters.
  public var shortName: String { String(name.prefix(3)) }

  /// The day of this name, long or short.
  init?(name: String) {
    guard let day = Self.allCases.first(where: { $0.name == name || $0.shortName == name }) else {
      return nil
    }
    self = day
  }
}
