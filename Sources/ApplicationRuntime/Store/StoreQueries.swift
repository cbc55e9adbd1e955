// The windows that lists are read through.

import Workflow
import WorkflowRuntime

public struct MessageQuery: Hashable, Sendable {
  /// Which part of the queue.
  public enum Part: Hashable, Sendable {
    /// Still to be handled: in the order of (due time, sequence).
    case pending
    /// Handled or discarded: the newest first.
    case done
    /// All, in the order of their sequence.
    case all
    /// All of one instance, in the order of their sequence.
    case instance(InstanceID)
  }

  public var part: Part
  /// The last row of the window before: its due time (for pending) and sequence.
  public var after: Position?
  public var limit: Int

  public struct Position: Hashable, Sendable {
    public let dueAt: Timestamp
    public let sequence: Int64

    public init(dueAt: Timestamp, sequence: Int64) {
      self.dueAt = dueAt
      self.sequence = sequence
    }
  }

  public init(_ part: Part, after: Position? = nil, limit: Int) {
    self.part = part
    self.after = after
    self.limit = limit
  }
}

/// Instances, the newest first.
public struct InstanceQuery: Hashable, Sendable {
  /// Only this status, or all.
  public var status: InstanceStatus?
  public var document: DocumentID?
  public var after: InstanceID?
  public var limit: Int

  public init(
    status: InstanceStatus? = nil, document: DocumentID? = nil, after: InstanceID? = nil,
    limit: Int
  ) {
    self.status = status
    self.document = document
    self.after = after
    self.limit = limit
  }
}

/// Documents, the newest first by (creation, id).
public struct DocumentQuery: Hashable, Sendable {
  public var type: DocumentTypeID?
  public var originator: PersonID?
  public var status: DocumentStatus?
  public var after: Position?
  public var limit: Int

  public struct Position: Hashable, Sendable {
    public let createdAt: Timestamp
    public let id: DocumentID

    public init(createdAt: Timestamp, id: DocumentID) {
      self.createdAt = createdAt
      self.id = id
    }
  }

  public init(
    type: DocumentTypeID? = nil, originator: PersonID? = nil, status: DocumentStatus? = nil,
    after: Position? = nil, limit: Int
  ) {
    self.type = type
    self.originator = originator
    self.status = status
    self.after = after
    self.limit = limit
  }
}

/// Work items, the oldest first by id.
public struct WorkItemQuery: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// Open ones that this person sees in the inbox.
    case inbox(PersonID)
    /// Open ones of everybody.
    case allOpen
    case instance(InstanceID)
    /// Open ones of one instance.
    case openOfInstance(InstanceID)
  }

  public var scope: Scope
  public var after: WorkItemID?
  public var limit: Int

  public init(_ scope: Scope, after: WorkItemID? = nil, limit: Int) {
    self.scope = scope
    self.after = after
    self.limit = limit
  }
}

/// History in the order of its sequence.
public struct HistoryQuery: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// A document with all its instances.
    case document(DocumentID)
    case instance(InstanceID)
    case all
  }

  public var scope: Scope
  public var after: Int64
  /// Newest first instead; `after` is then the upper end, 0 for none.
  public var isNewestFirst: Bool
  public var limit: Int

  public init(_ scope: Scope, after: Int64 = 0, isNewestFirst: Bool = false, limit: Int) {
    self.scope = scope
    self.after = after
    self.isNewestFirst = isNewestFirst
    self.limit = limit
  }
}

/// An instance with a message to run.
public struct RunnableInstance: Hashable, Sendable {
  public let instance: InstanceID
  public let runnableAt: Timestamp
  public let sequence: Int64

  public init(instance: InstanceID, runnableAt: Timestamp, sequence: Int64) {
    self.instance = instance
    self.runnableAt = runnableAt
    self.sequence = sequence
  }
}

/// How many messages stand where. Pending ones are counted; handled ones are known from a
/// counter that the store keeps, so that nothing counts a table that grows.
public struct QueueCounts: Hashable, Sendable {
  public var ready: Int
  public var waiting: Int
  public var running: Int
  public var stopped: Int
  public var handled: Int
  public var discarded: Int
  /// The earliest due time of what is ready; nil when nothing is.
  public var oldestReady: Timestamp?

  public init(
    ready: Int = 0, waiting: Int = 0, running: Int = 0, stopped: Int = 0, handled: Int = 0,
    discarded: Int = 0, oldestReady: Timestamp? = nil
  ) {
    self.ready = ready
    self.waiting = waiting
    self.running = running
    self.stopped = stopped
    self.handled = handled
    self.discarded = discarded
    self.oldestReady = oldestReady
  }

  public var depth: Int { ready + waiting + running + stopped }
}
