// What handling one message does: the runtime returns it, the application runtime applies it.

import Workflow

/// The effects of one message, as values. All of them are committed together, or none.
///
/// What is taken away goes before what comes: timers are removed and items closed, then what is
/// open is postponed, then items are opened, children started and messages posted.
public struct Transition: Hashable, Sendable {
  /// A message to post.
  public struct Post: Hashable, Sendable {
    public let type: MessageType
    public let payload: Payload
    /// When it is due; nil for at once.
    public let dueAt: Timestamp?

    public init(_ type: MessageType, _ payload: Payload = Payload(), dueAt: Timestamp? = nil) {
      self.type = type
      self.payload = payload
      self.dueAt = dueAt
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
    public var onBehalfOf: PersonID? = nil
    public var standIns: [PersonID: PersonID] = [:]
    public var queue: QueueID? = nil
    public var outcomes: [ItemOutcome] = []
    public var line: Int? = nil
    public var changes: String? = nil
    public var dueAt: Timestamp? = nil
  }

  /// Which open work items are closed, and how.
  public struct ClosedWorkItems: Hashable, Sendable {
    public enum Scope: Hashable, Sendable {
      case instance
      case element(ElementPath)
      /// The one item of an element for this person acted for; nil for the offered one.
      case person(ElementPath, PersonID?)
    }

    public let scope: Scope
    public let status: WorkItem.Status

    public init(_ scope: Scope, as status: WorkItem.Status) {
      self.scope = scope
      self.status = status
    }
  }

  /// Limits and reminders that are not needed any more: they leave the queue without a word.
  /// Only those from before are meant; what the transition itself posts stays.
  public enum RemovedTimers: Hashable, Sendable {
    case instance
    /// Those of an element, all of them or those of one step or person acted for.
    case element(ElementPath, kinds: Set<TimerPayload.Kind>)
    case person(ElementPath, PersonID?)
  }

  /// The open items of an element are due later: time as returned does not count.
  public struct Postponement: Hashable, Sendable {
    public let element: ElementPath
    /// When an item is due now, by when it was due before.
    public let dueAt: [Timestamp: Timestamp]
  }

  /// A child to start: its instance and its activation are in the parent's transaction.
  public struct NewChild: Hashable, Sendable {
    public let element: ElementPath
    public let pass: Int
    public let child: ChildReference
    public let workflow: WorkflowID
    /// The related document of a subworkflow; nil for a line of this document.
    public let document: DocumentID?
    public let isDependent: Bool
    /// What changed in a line that runs again, in words.
    public var changes: String? = nil
  }

  /// Open dependent children that are canceled.
  public enum CanceledChildren: Hashable, Sendable {
    case instance
    /// Those of an element and of all elements inside it.
    case element(ElementPath)
    /// Those of these lines of an element, which are not in the document any more.
    case lines(ElementPath, Set<Int>)
  }

  /// What becomes of the document.
  public struct DocumentChange: Hashable, Sendable {
    public let status: DocumentStatus
    public let waitingFor: String?
    /// The one who may edit it now; nil locks it.
    public let editableBy: PersonID?
    /// The line that it is about, which alone is locked or unlocked; nil for the document.
    public var line: Int? = nil
  }

  /// What becomes of messages of the same instance.
  public enum QueueChange: Hashable, Sendable {
    /// Discards all others, with the reason; but not the ends of children, for which an instance
    /// that ends early waits.
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
  public var removedTimers: [RemovedTimers] = []
  public var postponements: [Postponement] = []
  public var newChildren: [NewChild] = []
  public var canceledChildren: CanceledChildren?
  /// The lines that run are not on hold any more: since when they were.
  public var releasedLines: Timestamp?
  /// How a child ended: its parent is told.
  public var endedAs: ElementOutcome?
  /// The hash of what was approved, when a line's instance ended.
  public var endedContent: String?
  public var document: DocumentChange?
  public var queue: QueueChange?
  public var history: [HistoryEntry] = []

  public init(state: InstanceState) { self.state = state }
}
