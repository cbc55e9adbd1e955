// What a person may do, by the names that commands, keys and JSON use.

import WorkflowRuntime

/// An action on a document, a work item or an instance (SPEC 7).
public enum Action: String, Hashable, Sendable, CaseIterable {
  case edit, delete, submit, resubmit, recall, comment
  case approve, reject, requestChange, deny, complete, choose, accept, release, delegate, move
  case undo
  case reassign, resume, skip, cancel, migrate

  /// The answer that it gives to a work item; nil for what is no answer, and for a choice, whose
  /// outcome says what it does.
  public var answer: Answer.Outcome? {
    switch self {
    case .approve: .approve
    case .reject: .reject
    case .requestChange: .requestChange
    case .deny: .deny
    case .complete: .complete
    default: nil
    }
  }

  /// Whether it must come with a comment.
  public var requiresComment: Bool { self == .reject || self == .requestChange || self == .skip }
}
