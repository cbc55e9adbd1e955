// What the lists of the screens ask of a store: rows on either side of a place, and how many.

import Workflow
import WorkflowRuntime

/// A list that a store keeps in an order of its own, so that any place of it is found by an index.
public enum StoreList: Hashable, Sendable {
  /// A person's open items by (due time, id); those without a due time come last.
  case inbox(of: PersonID)
  /// A person's documents, the newest first.
  case documents(of: PersonID)
  /// Instances, the newest first: those of a status, or all.
  case instances(InstanceStatus?)
  /// What is still to be handled, by (due time, sequence).
  case pendingMessages
  /// What was handled or discarded, the newest first.
  case doneMessages
  /// A person's notifications, the newest first: those that are read, or those that are not.
  case notifications(of: PersonID, areRead: Bool)
  /// Deliveries to a person, or to everybody, the newest first.
  case deliveries(to: PersonID?)
}

/// Where a row stands in a ``StoreList``. It needs not be there any more.
public struct ListPlace: Hashable, Sendable {
  /// Nil for what has none, which comes last.
  public let time: Timestamp?
  public let number: Int64
  public let id: String

  public init(time: Timestamp? = nil, number: Int64 = 0, id: String = "") {
    self.time = time
    self.number = number
    self.id = id
  }
}

/// The rows behind a place, or those before it.
public struct ListStretch: Hashable, Sendable {
  /// The place itself is left out; nil is the end where one comes from.
  public var from: ListPlace?
  /// Those before it, the nearest first.
  public var isBackwards: Bool
  public var limit: Int

  public init(from: ListPlace? = nil, isBackwards: Bool = false, limit: Int) {
    self.from = from
    self.isBackwards = isBackwards
    self.limit = limit
  }
}

/// The questions of lists. Each is answered from an index, with work for the rows that are given.
public protocol ListReading: AnyObject {
  func inbox(of person: PersonID, _ stretch: ListStretch) throws -> [WorkItem]
  func documents(of person: PersonID, _ stretch: ListStretch) throws -> [StoredDocument]
  func instances(with status: InstanceStatus?, _ stretch: ListStretch) throws -> [StoredInstance]
  func pendingMessages(_ stretch: ListStretch) throws -> [Message]
  func doneMessages(_ stretch: ListStretch) throws -> [Message]
  func notifications(
    of person: PersonID, areRead: Bool, _ stretch: ListStretch
  ) throws -> [StoredNotification]
  func deliveries(to person: PersonID?, _ stretch: ListStretch) throws -> [StoredDelivery]
  /// How many rows stand before a place, or in the whole list; counting ends at a number.
  func count(_ list: StoreList, before place: ListPlace?, atMost: Int) throws -> Int
}

extension WorkItem {
  public var listPlace: ListPlace { ListPlace(time: dueAt, number: id.number) }
}

extension StoredDocument {
  public var listPlace: ListPlace { ListPlace(time: createdAt, id: id.rawValue) }
}

extension StoredInstance {
  public var listPlace: ListPlace { ListPlace(number: id.number) }
}

extension Message {
  /// By the time it is due, or by that when it was handled.
  public var listPlace: ListPlace {
    ListPlace(time: state.isPending ? dueAt : handledAt, number: sequence)
  }
}

extension StoredNotification {
  public var listPlace: ListPlace { ListPlace(number: number) }
}

extension StoredDelivery {
  public var listPlace: ListPlace { ListPlace(number: number) }
}
