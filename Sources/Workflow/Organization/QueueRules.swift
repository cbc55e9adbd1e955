/// A name for queues of which one is chosen by ordered conditions.
///
/// In the file: `by-size: { rules: [ { when: total > 10000, queue: board } ], otherwise: budget }`.
public struct QueueRules: Hashable, Sendable {
  /// One condition with the queue that it chooses.
  public struct Rule: Hashable, Sendable {
    /// When the queue is chosen.
    public let when: Expression
    /// The queue, which has members.
    public let queue: QueueID

    /// A rule.
    public init(when: Expression, queue: QueueID) {
      self.when = when
      self.queue = queue
    }
  }

  /// The rules; the first whose condition holds counts.
  public let rules: [Rule]
  /// The queue when no condition holds.
  public let otherwise: QueueID

  /// Rules.
  public init(rules: [Rule], otherwise: QueueID) {
    self.rules = rules
    self.otherwise = otherwise
  }
}
