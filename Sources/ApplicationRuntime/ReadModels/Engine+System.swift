// The system in figures. Nothing here looks at more than a few messages.

import Workflow
import WorkflowRuntime

extension Engine {
  /// So many of an instance's next messages are looked at for what one posted.
  private static let postsLookedAt = 12

  /// The system in figures: everybody may watch the queue, and this is less.
  ///
  /// - Parameter ways: of so many messages, the last that were handled, the way is told.
  public func systemOverview(as actor: Actor, ways: Int) throws -> SystemOverview {
    let now = now
    return try reading(as: actor) { reading, _ in
      let done = try reading.messages(MessageQuery(.done, limit: Self.bounded(ways)))
      return SystemOverview(
        tallies: try reading.tallies(), counts: try reading.queueCounts(at: now),
        settings: try BatchJobSettings.read(reading), instances: try reading.instanceCounts(),
        stopped: try reading.stoppedMessages(),
        ways: try done.filter { $0.state == .handled }.map { try Self.way(of: $0, reading) },
        at: now)
    }
  }

  private static func way(
    of message: Message, _ reading: any StoreReading
  ) throws -> MessageWay {
    let begin = message.startedAt ?? message.handledAt ?? message.postedAt
    let end = message.handledAt ?? begin
    let after = MessageQuery.Position(dueAt: .distantPast, sequence: message.sequence)
    let next = try reading.messages(
      MessageQuery(.instance(message.instance), after: after, limit: postsLookedAt))
    // One message of an instance is handled at a time: what was posted meanwhile it posted.
    let posts = next.filter {
      $0.postedBy == nil && $0.postedAt >= begin && $0.postedAt <= end
    }
    return MessageWay(
      message: message.withoutContent,
      posts: posts.map { MessageWay.Post(sequence: $0.sequence, type: $0.type) })
  }
}
