// What a store counts of the exchange between the two runtimes, so that nobody counts messages.

import Workflow
import WorkflowRuntime

/// Who posts messages.
public enum Poster: String, Hashable, Sendable, CaseIterable {
  /// People, through the workflow runtime API.
  case people
  /// Event handlers: the acknowledgments.
  case handlers
  /// The workflow runtime: events, limits, and what it asks of other instances.
  case runtime
}

/// One number that only grows.
///
/// What was posted is handled, discarded, withdrawn, or still pending.
public enum QueueTally: Hashable, Sendable {
  case posted(Poster)
  case handled(MessageType)
  case discarded
  /// Left the queue without a trace: a limit that was not needed any more.
  case withdrawn
  /// How often the runtime restored an instance from its saved point, and saved one.
  case restored
  case saved
}

extension QueueTally: CaseIterable {
  public static var allCases: [QueueTally] {
    Poster.allCases.map { .posted($0) } + MessageType.allCases.map { .handled($0) }
      + [.discarded, .withdrawn, .restored, .saved]
  }

  /// What a store calls it: `posted.people`, `handled.activation`, `saved`.
  public var name: String {
    switch self {
    case .posted(let poster): "posted." + poster.rawValue
    case .handled(let type): "handled." + type.rawValue
    case .discarded: "discarded"
    case .withdrawn: "withdrawn"
    case .restored: "restored"
    case .saved: "saved"
    }
  }
}

extension Message {
  public var poster: Poster {
    if postedBy != nil { return .people }
    return type.isAcknowledgment ? .handlers : .runtime
  }
}

extension MessageType {
  /// Whether it says that an event was handled.
  public var isAcknowledgment: Bool { Self.acknowledgments.contains(self) }

  private static let acknowledgments = Set(allCases.compactMap(\.acknowledgment))
}
