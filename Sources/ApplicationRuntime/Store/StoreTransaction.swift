// The changes that the application runtime makes to a store.

import Workflow
import WorkflowRuntime

/// Numbers that grow by one and are never given twice.
public enum Counter: String, Sendable, CaseIterable {
  case message
  case instance
  case workItem
  case history
  /// Of notifications and of their deliveries.
  case notification
}

/// A write transaction. It reads its own writes.
public protocol StoreTransaction: StoreReading, NotificationChanging {
  /// Runs `body` in a savepoint: when it throws, its changes alone are undone.
  func savepoint<Result>(_ body: () throws -> Result) throws -> Result

  /// The next number of a counter. A number given in a transaction that fails may be given again.
  func next(_ counter: Counter) throws -> Int64
  /// The next number for ids of documents with this prefix ("ER").
  func nextDocumentNumber(prefix: String) throws -> Int64

  func set(_ value: String?, for setting: String) throws
  func save(_ organization: StoredOrganization) throws
  func insert(_ version: StoredWorkflowVersion) throws
  /// Makes a version the active one of its workflow, or none.
  func activate(_ version: Int?, of workflow: WorkflowID, by person: PersonID, at: Timestamp) throws
  func deleteVersion(_ version: Int, of workflow: WorkflowID) throws

  /// Adds a message. A held one waits until its instance is no longer held.
  func insert(_ message: Message, isHeld: Bool) throws
  /// Replaces what can change of a message: state, attempts, retry time, error, times.
  func update(_ message: Message) throws
  /// Holds, or releases, the pending messages of an instance, but for one and for those that
  /// overtake.
  func setHeld(_ isHeld: Bool, instance: InstanceID, except sequence: Int64?) throws
  /// Discards the pending messages of an instance but for one, and for the ends of its children;
  /// returns how many.
  func discardMessages(
    of instance: InstanceID, except sequence: Int64, reason: String, at: Timestamp
  ) throws -> Int
  /// Removes a pending message that is not needed any more: a limit whose item is closed.
  func removeMessage(_ sequence: Int64) throws
  /// Counts what no change of a row tells: see ``QueueTally``. Messages are counted as they change.
  func count(_ number: Int, as tally: QueueTally) throws
  /// Removes messages that were handled or discarded before a time; returns how many.
  func removeMessages(handledBefore time: Timestamp, limit: Int) throws -> Int

  func insert(_ instance: StoredInstance) throws
  func update(_ instance: StoredInstance) throws
  /// Adds a document. Throws ``StoreError/Code/conflict`` when the id is taken.
  func insert(_ document: StoredDocument, fingerprints: [String]) throws
  /// Replaces a document; nil leaves its fingerprints as they are.
  func update(_ document: StoredDocument, fingerprints: [String]?) throws
  func deleteDocument(_ id: DocumentID) throws
  /// Adds a work item. A second open one for the same step and person is refused.
  func insert(_ item: WorkItem) throws
  func update(_ item: WorkItem) throws
  /// Appends to the history. The commit adds one link to the store's chain for all of them.
  func append(_ entry: StoredHistoryEntry) throws
  /// Replaces an entry by what is left of it: some or all of its words and values and its salt
  /// are gone, its hashes stay.
  func erase(_ entry: StoredHistoryEntry) throws
  /// Replaces the saved state of an instance that has ended by one without its words.
  func eraseState(of instance: StoredInstance) throws
  /// Replaces the subject, the instructions and the answer of a closed work item.
  func eraseTexts(of item: WorkItem) throws
  /// Removes the messages of an instance that has ended; returns how many.
  func removeMessages(of instance: InstanceID) throws -> Int
  /// Removes an instance that has ended, with its history, work items and messages. The hashes
  /// of its entries stay.
  func removeInstance(_ id: InstanceID) throws

  /// Appends a record with the next number of its collection, without gaps, and returns it.
  /// A key that is there already changes nothing: the number of the record that has it.
  func appendRecord(
    in collection: String, key: String, document: DocumentID?, body: String, at: Timestamp
  ) throws -> Int64
  func save(_ request: StoredRequest) throws
  /// Removes results that were saved before a time, the oldest first; returns how many.
  func removeRequests(savedBefore time: Timestamp, limit: Int) throws -> Int
}
