/// By which calendar hours and days of a limit are counted.
public enum CalendarChoice: Hashable, Sendable {
  /// The organisation's default, if it has one; else the wall's.
  case usual
  /// One that the organisation names.
  case named(String)
  /// None: every hour and every day counts.
  case wall
}
