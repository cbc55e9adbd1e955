/// When somebody is reminded of what is due, as a workflow's file says under `remind:`.
///
///     remind: [1 day before, every 2 hours after]
public struct Reminder: Hashable, Sendable, CustomStringConvertible {
  /// How long before or after the due time.
  public let span: TimeSpan
  /// Whether it comes again each time that this span has passed.
  public let isRepeated: Bool
  /// Whether it comes after the due time; else before.
  public let isAfter: Bool

  /// A reminder.
  public init(_ span: TimeSpan, isRepeated: Bool = false, isAfter: Bool = false) {
    self.span = span
    self.isRepeated = isRepeated
    self.isAfter = isAfter
  }

  /// Reads `1 day before`, `every 2 hours after`; none when it is anything else.
  public init?(words: String) {
    var parts = words.split(separator: " ")
    isRepeated = parts.first == "every"
    if isRepeated { parts.removeFirst() }
    guard parts.count == 3, parts[2] == "before" || parts[2] == "after",
      let span = TimeSpan(words: "\(parts[0]) \(parts[1])")
    else { return nil }
    self.span = span
    isAfter = parts[2] == "after"
  }

  public var description: String {
    "\(isRepeated ? "every " : "")\(span) \(isAfter ? "after" : "before")"
  }
}
