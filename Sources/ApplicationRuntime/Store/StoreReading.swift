// The questions that the application runtime asks of a store.

import Workflow
import WorkflowRuntime

/// A consistent state of the store, for reading. Valid only within the body that received it.
///
/// Every list is a window: `limit` rows, after a key. Nothing reads a whole table.
public protocol StoreReading: NotificationReading, ListReading {
  // Settings, organisation, workflows.
  func setting(_ name: String) throws -> String?
  /// The newest organisation; its revision grows by one with every load.
  func organization() throws -> StoredOrganization?
  func workflowVersion(_ workflow: WorkflowID, _ version: Int) throws -> StoredWorkflowVersion?
  func activeVersion(of workflow: WorkflowID) throws -> StoredWorkflowVersion?
  /// The active versions for documents of a type, in the order of their ids.
  func activeVersions(for type: DocumentTypeID) throws -> [StoredWorkflowVersion]
  /// All versions of one workflow, newest first, or the newest of each when `workflow` is nil.
  func workflowVersions(of workflow: WorkflowID?) throws -> [StoredWorkflowVersion]
  /// Versions of all workflows in the order of their ids and numbers, behind one of them.
  func workflowVersions(
    after: (workflow: WorkflowID, version: Int)?, limit: Int
  ) throws -> [StoredWorkflowVersion]
  /// An instance that is not at its end and runs this version; nil when there is none.
  func openInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID?
  /// How many of the instances that are not at their end run each version, counted among so many of
  /// each status: nothing counts a whole table.
  func openInstanceCounts(among limit: Int) throws -> [OpenInstanceCount]
  /// An instance that ran this version, at its end or not; nil when none is in the store.
  func anyInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID?

  // The queue.
  func message(_ sequence: Int64) throws -> Message?
  func messages(_ query: MessageQuery) throws -> [Message]
  /// The instances that have a message to run now, by the (time, sequence) of their first:
  /// messages that are not held, not running, not stopped, and whose time has come.
  ///
  /// - Parameter skipsTimers: leaves out limits and reminders, while they are held.
  func runnableInstances(
    of type: DocumentTypeID, at now: Timestamp, limit: Int, skipsTimers: Bool
  ) throws -> [RunnableInstance]
  /// The pending messages of an instance whose due time has come, in their order, whatever
  /// state they are in.
  func pendingMessages(
    of instance: InstanceID, dueBy now: Timestamp, limit: Int
  ) throws -> [Message]
  /// The pending messages of these types of an instance, in their order, whenever they are due.
  func pendingMessages(
    of instance: InstanceID, types: Set<MessageType>
  ) throws -> [Message]
  /// The earliest time at which a message that is not held can run; nil when there is none.
  func nextRunnableTime(of type: DocumentTypeID, skipsTimers: Bool) throws -> Timestamp?
  /// Messages of a type that a handler outside was running.
  func runningMessages(of type: DocumentTypeID, limit: Int) throws -> [Message]
  func queueCounts(at now: Timestamp) throws -> QueueCounts
  /// What was counted of the exchange between the runtimes, without looking at messages.
  func tallies() throws -> QueueTallies
  /// How many messages of each type are stopped.
  func stoppedMessages() throws -> [MessageType: Int]

  // Instances, documents, work items, history.
  func instance(_ id: InstanceID) throws -> StoredInstance?
  func instances(_ query: InstanceQuery) throws -> [StoredInstance]
  func instanceCounts() throws -> [InstanceStatus: Int]
  func document(_ id: DocumentID) throws -> StoredDocument?
  func documents(_ query: DocumentQuery) throws -> [StoredDocument]
  /// The documents that have a line with this fingerprint, at most `limit`.
  func documents(withFingerprint fingerprint: String, limit: Int) throws -> [DocumentID]
  func workItem(_ id: WorkItemID) throws -> WorkItem?
  func workItems(_ query: WorkItemQuery) throws -> [WorkItem]
  func openWorkItemCount(visibleTo person: PersonID) throws -> Int
  func history(_ query: HistoryQuery) throws -> [StoredHistoryEntry]
  /// The hash of the last entry of a stream; nil when it has none.
  func lastHash(of stream: HistoryStream) throws -> [UInt8]?

  // The record as a whole, for verifying, exporting and archiving it.
  /// The hashes of all entries in the order of their sequence, those of removed ones included.
  func historyHashes(after sequence: Int64, limit: Int) throws -> [HistoryHash]
  /// The instances that have history, in the order of their ids.
  func instancesWithHistory(after instance: InstanceID?, limit: Int) throws -> [InstanceID]
  /// The documents that have history, in the order of their ids; deleted ones among them.
  func documentsWithHistory(after document: DocumentID?, limit: Int) throws -> [DocumentID]
  /// The links of the store's chain behind a number; -1 for all.
  func storeChain(after number: Int64, limit: Int) throws -> [StoreChainLink]
  /// The last number of a counter that was given; 0 for none.
  func lastNumber(of counter: Counter) throws -> Int64
  /// The last link of the store's chain: its head.
  func lastStoreChainLink() throws -> StoreChainLink?

  // What types keep for themselves, and results of requests with a key.
  func record(in collection: String, key: String) throws -> StoredRecord?
  func records(in collection: String, after number: Int64, limit: Int) throws -> [StoredRecord]
  /// The number of the last record of a collection; 0 when it is empty.
  func lastRecordNumber(in collection: String) throws -> Int64
  func request(_ key: String) throws -> StoredRequest?
}

extension StoreReading {
  public func runnableInstances(
    of type: DocumentTypeID, at now: Timestamp, limit: Int
  ) throws -> [RunnableInstance] {
    try runnableInstances(of: type, at: now, limit: limit, skipsTimers: false)
  }

  public func nextRunnableTime(of type: DocumentTypeID) throws -> Timestamp? {
    try nextRunnableTime(of: type, skipsTimers: false)
  }
}
