import ApplicationRuntime

/// A button of the row above the fields.
package struct EditorAction: Hashable, Sendable {
  package let action: Action
  package let label: String

  /// Why it is off; nil when it is on.
  package let reason: String?

  package init(_ action: Action, label: String, reason: String?) {
    self.action = action
    self.label = label
    self.reason = reason
  }

  var isSubmission: Bool { action == .submit || action == .resubmit }
}
