// Whether an action may be taken now, and why not.

import WorkflowRuntime

/// Whether an action may be taken now, and why not.
public struct ActionAvailability: Hashable, Sendable {
  public let action: Action
  /// Why it is off, in words; nil when it is allowed.
  public let reason: String?
  /// The open work item that it would act on.
  public let item: WorkItem?

  public init(_ action: Action, reason: String?, item: WorkItem? = nil) {
    self.action = action
    self.reason = reason
    self.item = item
  }

  public var isAllowed: Bool { reason == nil }
}
