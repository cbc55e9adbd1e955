/// A work item queue: one of its members accepts the item. For tasks and choices.
public struct QueueProvider: Sendable, CustomStringConvertible {
  public static let keyword = "queue"

  /// The queue, or the rules that pick one.
  public let queue: QueueID
  /// Where it is named.
  public let location: SourceLocation

  /// A provider of this queue.
  public init(queue: QueueID, location: SourceLocation = .nowhere) {
    self.queue = queue
    self.location = location
  }

  public var description: String { "queue \(queue)" }
}
