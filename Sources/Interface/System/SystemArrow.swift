// The ways that messages and instances take from box to box, each with its counter.

import ApplicationRuntime
import WorkflowRuntime

enum SystemArrow: CaseIterable, Hashable, Sendable {
  /// What people ask of the API, and what it posts: the same number, in one transaction.
  case ask, post
  /// From the queue to the batch job: everything that is handled.
  case take
  case event, acknowledge
  case request, follow
  case restore, save

  /// What stands beside the counter where there is room.
  var word: String {
    switch self {
    case .ask: ""
    case .post: "post"
    case .take: ""
    case .event: "event"
    case .acknowledge: "ack"
    case .request: "request"
    case .follow: "post"
    case .restore: "restore"
    case .save: "save"
    }
  }

  /// The counters reconcile: what is taken is requests and events, what is posted and not taken
  /// is in the queue, or was discarded or withdrawn.
  func count(in tallies: QueueTallies) -> Int {
    switch self {
    case .ask, .post: tallies[.posted(.people)]
    case .take: tallies.handled
    case .event: tallies.events
    case .acknowledge: tallies[.posted(.handlers)]
    case .request: tallies.requests
    case .follow: tallies[.posted(.runtime)]
    case .restore: tallies[.restored]
    case .save: tallies[.saved]
    }
  }

  /// The arrows of a message that was handled, in their order.
  static func way(of way: MessageWay) -> [SystemArrow] {
    if way.message.type.isEvent { return [.take, .event, .acknowledge] }
    let begins = way.message.type == .activation
    return [.take, .request] + (begins ? [.save] : [.restore, .save])
      + (way.posts.isEmpty ? [] : [.follow])
  }
}
