// What each kind of notification tells, in words.

import Workflow

extension NotificationEvent {
  /// When one is told, as a form says it.
  var sentence: String {
    switch self {
    case .started: "a workflow began"
    case .stopped: "a workflow stopped with an error"
    case .completed: "a workflow is done"
    case .unrecoverable: "an instance cannot be read any more"
    case .canceled: "a workflow was canceled"
    case .approve: "somebody approved"
    case .reject: "somebody rejected"
    case .requestChange: "somebody requested a change"
    case .complete: "a task was completed"
    case .deny: "somebody denied"
    case .delegate: "an item was delegated"
    case .escalate: "an item went to somebody else: it was late"
    case .overdue: "an item is late"
    case .assigned: "a new item waits for me"
    case .returned: "a document of mine came back"
    case .changeRequested: "a change is asked of me"
    case .reminder: "a limit of an item of mine comes near"
    case .orphaned: "nobody can be found for an item"
    case .clockLeap: "the clock was set while limits run"
    }
  }
}

extension NotificationTransport {
  /// `list`, `terminal`, `mail`, `command`.
  var word: String { self == .inApp ? "list" : rawValue }
}
