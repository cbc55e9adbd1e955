/// The time that people have for what they are asked, and what happens around its end (SPEC 8).
public struct Deadline: Sendable {
  /// None: people have all the time that they need.
  public let limit: TimeLimit?
  /// When those who are asked are reminded; a reminder never interrupts.
  public let reminders: [Reminder]
  /// Who gets the item of somebody who is overdue, one after another.
  public let escalation: [EscalationEntry]
  /// What the system answers when the limit, or the last entry's, is over; none marks overdue.
  public let finally: FinalAction?
  /// Where it stands in the file.
  public let location: SourceLocation

  /// No limit at all.
  public static let none = Deadline()

  /// A deadline of these parts.
  public init(
    limit: TimeLimit? = nil, reminders: [Reminder] = [], escalation: [EscalationEntry] = [],
    finally: FinalAction? = nil, location: SourceLocation = .nowhere
  ) {
    self.limit = limit
    self.reminders = reminders
    self.escalation = escalation
    self.finally = finally
    self.location = location
  }
}
