// What people are told of (SPEC 10).

/// An event of a workflow, of one of its elements, or of a work item that people are told of.
public enum NotificationEvent: String, Hashable, Sendable, CaseIterable {
  // Of a workflow.
  case started, stopped, completed, unrecoverable, canceled
  // Of an element that asks people.
  case approve, reject
  case requestChange = "request-change"
  case complete, deny, delegate, escalate, overdue
  // Of a work item: whoever it concerns is told, without any rule.
  /// A new work item.
  case assigned
  /// The document came back.
  case returned
  /// A change is requested.
  case changeRequested = "change-requested"
  /// A limit comes near, or is over.
  case reminder
  // For administrators.
  /// Nobody can be found for a work item.
  case orphaned
  /// The clock was set while limits run.
  case clockLeap = "clock-leap"

  /// The events that `notify` of a workflow may name.
  public static let ofWorkflow: [NotificationEvent] = [
    .started, .stopped, .completed, .unrecoverable, .canceled,
  ]
  /// The events that `notify` of an approval may name.
  public static let ofApproval: [NotificationEvent] = [
    .approve, .reject, .requestChange, .deny, .delegate, .escalate, .overdue,
  ]
  /// The events that `notify` of a task or a choice may name.
  public static let ofTask: [NotificationEvent] = [
    .complete, .reject, .requestChange, .deny, .delegate, .escalate, .overdue,
  ]
}
