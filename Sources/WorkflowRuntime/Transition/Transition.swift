// What handling one message does: the runtime returns it, the application runtime applies it.

import Workflow

/// The effects of one message, as values. All of them are committed together, or none.
public struct Transition: Hashable, Sendable {
  /// A message to post.
  public struct Post: Hashable, Sendable {
    public let type: MessageType
    public let payload: Payload

    public init(_ type: MessageType, _ payload: Payload = Payload()) {
      self.type = type
      self.payload = payload
    }
  }

  /// A work item to open; the store gives it its id.
  public struct NewWorkItem: Hashable, Sendable {
    public let kind: WorkItem.Kind
    public let element: ElementPath
    public let pass: Int
    public let step: String?
    public let subject: String
    public let instructions: String?
    public let assignee: PersonID?
    public let candidates: [PersonID]
    public let allowed: [AllowedAction]
  }

  /// The open work items of an element's round (or of the whole instance) that are closed.
  public struct ClosedWorkItems: Hashable, Sendable {
    /// Nil closes those of the whole instance.
    public let element: ElementPath?
    public let status: WorkItem.Status

    public init(element: ElementPath?, status: WorkItem.Status) {
      self.element = element
      self.status = status
    }
  }

  /// What becomes of the document.
  public struct DocumentChange: Hashable, Sendable {
    public let status: DocumentStatus
    public let waitingFor: String?
    /// The one who may edit it now; nil locks it.
    public let editableBy: PersonID?
  }

  /// What becomes of messages of the same instance.
  public enum QueueChange: Hashable, Sendable {
    /// Discards all others, with the reason.
    case discardOthers(reason: String)
    /// Lets the stopped message be tried again, with all its tries.
    case retryStopped
    /// Discards the stopped message alone.
    case discardStopped(reason: String)
  }

  public var state: InstanceState
  public var status: InstanceStatus = .pending
  public var posts: [Post] = []
  public var newItems: [NewWorkItem] = []
  public var closedItems: [ClosedWorkItems] = []
  public var document: DocumentChange?
  public var queue: QueueChange?
  public var history: [HistoryEntry] = []

  public init(state: InstanceState) { self.state = state }
}
