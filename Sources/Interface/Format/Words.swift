// The words of the engine's values as people read them.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// `inReview` as `in review`; used for statuses, states and names of types.
func spelledOut(_ name: String) -> String {
  String(Word(name).hyphenated.map { $0 == "-" ? " " : $0 })
}

func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) " + (count == 1 ? one : many ?? one + "s")
}

extension DocumentStatus {
  /// `in review`: the engine's words within a line.
  var inLine: String { words.lowercased() }
}

extension Action {
  /// The verb: `request change`.
  package var verb: String { spelledOut(rawValue) }

  /// What was done: `change requested`.
  package var past: String {
    switch self {
    case .edit: "edited"
    case .delete: "deleted"
    case .submit: "submitted"
    case .resubmit: "resubmitted"
    case .recall: "recalled"
    case .comment: "commented"
    case .approve: "approved"
    case .reject: "rejected"
    case .requestChange: "change requested"
    case .deny: "denied"
    case .complete: "completed"
    case .choose: "chosen"
    case .accept: "accepted"
    case .release: "released"
    case .delegate: "delegated"
    case .move: "moved"
    case .reassign: "reassigned"
    case .migrate: "migrated"
    case .undo: "taken back"
    case .resume: "resumed"
    case .skip: "skipped"
    case .cancel: "canceled"
    }
  }

  /// Whether it answers a work item, and so can be taken back for a while.
  var givesAnswer: Bool { answer != nil || self == .choose }

  /// What can be done to an object: `approved`, `sent back for a change`.
  var passive: String { self == .requestChange ? "sent back for a change" : past }

  /// What is being done: `approving`.
  package var present: String {
    switch self {
    case .edit: "editing"
    case .delete: "deleting"
    case .submit: "submitting"
    case .resubmit: "resubmitting"
    case .recall: "recalling"
    case .comment: "commenting"
    case .approve: "approving"
    case .reject: "rejecting"
    case .requestChange: "requesting changes"
    case .deny: "denying"
    case .complete: "completing"
    case .choose: "choosing"
    case .accept: "accepting"
    case .release: "releasing"
    case .delegate: "delegating"
    case .move: "moving"
    case .reassign: "reassigning"
    case .migrate: "migrating"
    case .undo: "taking back"
    case .resume: "resuming"
    case .skip: "skipping"
    case .cancel: "canceling"
    }
  }
}

extension String {
  /// With a capital letter in front.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension TimerPayload.Kind {
  /// "reminder", "due", "element limit", "escalation".
  var word: String { self == .elementLimit ? "element limit" : rawValue }
}
