// Which actions ask before they are done, and what for.

import ApplicationRuntime

extension Action {
  /// Whether it asks although it is for one object: a comment is needed, or it cannot be undone.
  var asksFirst: Bool {
    if requiresComment { return true }
    switch self {
    case .comment, .recall, .cancel, .deny: return true
    default: return false
    }
  }

  /// Whether a person, a queue or an outcome must be named.
  var namesSomething: Bool {
    switch self {
    case .choose, .delegate, .move, .reassign: true
    default: false
    }
  }

  /// Whether its dialog has room for a comment.
  var takesComment: Bool {
    requiresComment || namesSomething || [.comment, .recall, .cancel].contains(self)
  }

  /// What follows from it, in one sentence.
  var consequence: String? {
    switch self {
    case .reject: "It goes back to its originator, who can correct and resubmit it."
    case .requestChange: "Who is asked changes it and resubmits; approvals given so far stay."
    case .deny: "The element ends as denied; this cannot be taken back afterwards."
    case .recall: "It becomes a draft again; answers still on their way are discarded."
    case .cancel: "The instance ends and the document is a draft again. This cannot be undone."
    case .choose: "The workflow goes on as you choose."
    case .delegate: "Who you choose answers for you; it leaves your inbox, without undo."
    case .move: "Any member of the queue may accept it there, and nobody has it until then."
    case .reassign: "Who you choose gets it, due as before; whoever has it now loses it."
    default: nil
    }
  }
}
