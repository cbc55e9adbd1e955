/// A work item queue: one of its members accepts the item. For tasks and choices.
public struct QueueProvider: AssignmentProvider {
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

  public static func parse(_ reader: inout ElementReader) -> QueueProvider? {
    guard let queue = reader.mapping.requiredText(keyword, example: "budget") else { return nil }
    return QueueProvider(
      queue: QueueID(queue), location: reader.mapping.location(ofValue: keyword))
  }

  public var description: String { "queue \(queue)" }
}
