// A write transaction: a copy of the tables that becomes the store's when it is committed.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Used by one thread within the body of ``MemoryStore/write(_:)`` only.
final class MemoryTransaction: MemoryReading, StoreTransaction {
  private unowned let store: MemoryStore
  private(set) var hasChanged = false

  init(of store: MemoryStore, tables: Tables) {
    self.store = store
    super.init(tables)
  }

  func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    let before = tables
    do { return try body() } catch {
      tables = before
      throw error
    }
  }

  func change<Result>(_ body: (inout Tables) throws -> Result) throws -> Result {
    try store.pass(.change)
    hasChanged = true
    return try body(&tables)
  }

  func next(_ counter: Counter) throws -> Int64 { try change { $0.next(counter) } }

  func nextDocumentNumber(prefix: String) throws -> Int64 {
    try change { tables in
      tables.documentNumbers[prefix, default: 0] += 1
      return tables.documentNumbers[prefix] ?? 1
    }
  }

  func set(_ value: String?, for setting: String) throws {
    try change { $0.settings[setting] = value }
  }

  func save(_ organization: StoredOrganization) throws {
    try change { try $0.save(organization) }
  }

  func insert(_ version: StoredWorkflowVersion) throws { try change { try $0.insert(version) } }

  func activate(
    _ version: Int?, of workflow: WorkflowID, by person: PersonID, at: Timestamp
  ) throws {
    try change { try $0.activate(version, of: workflow) }
  }

  func deleteVersion(_ version: Int, of workflow: WorkflowID) throws {
    try change { try $0.deleteVersion(version, of: workflow) }
  }

  func insert(_ message: Message, isHeld: Bool) throws {
    try change { try $0.insert(message, isHeld: isHeld) }
  }

  func update(_ message: Message) throws { try change { try $0.update(message) } }

  func setHeld(_ isHeld: Bool, instance: InstanceID, except sequence: Int64?) throws {
    try change { $0.setHeld(isHeld, instance: instance, except: sequence) }
  }

  func discardMessages(
    of instance: InstanceID, except sequence: Int64, reason: String, at: Timestamp
  ) throws -> Int {
    try change {
      $0.discardMessages(of: instance, except: sequence, reason: reason, at: at)
    }
  }

  func removeMessage(_ sequence: Int64) throws { try change { try $0.removeMessage(sequence) } }

  func count(_ number: Int, as tally: QueueTally) throws {
    try change { $0.tallies[tally] += number }
  }

  func removeMessages(handledBefore time: Timestamp, limit: Int) throws -> Int {
    try change { $0.removeMessages(handledBefore: time, limit: limit) }
  }

  func insert(_ instance: StoredInstance) throws { try change { try $0.insert(instance) } }

  func update(_ instance: StoredInstance) throws { try change { try $0.update(instance) } }

  func insert(_ document: StoredDocument, fingerprints: [String]) throws {
    try change { try $0.insert(document, fingerprints: fingerprints) }
  }

  func update(_ document: StoredDocument, fingerprints: [String]?) throws {
    try change { try $0.update(document, fingerprints: fingerprints) }
  }

  func deleteDocument(_ id: DocumentID) throws {
    try change { tables in
      tables.documents[id] = nil
      tables.fingerprints[id] = nil
    }
  }

  func insert(_ item: WorkItem) throws { try change { try $0.insert(item) } }

  func update(_ item: WorkItem) throws { try change { try $0.update(item) } }

  func append(_ entry: StoredHistoryEntry) throws { try change { try $0.append(entry) } }

  func erase(_ entry: StoredHistoryEntry) throws { try change { try $0.erase(entry) } }

  func eraseState(of instance: StoredInstance) throws {
    try change { try $0.eraseState(of: instance) }
  }

  func eraseTexts(of item: WorkItem) throws { try change { try $0.eraseTexts(of: item) } }

  func removeMessages(of instance: InstanceID) throws -> Int {
    try change { try $0.removeMessages(of: instance) }
  }

  func removeInstance(_ id: InstanceID) throws { try change { try $0.removeInstance(id) } }

  func appendRecord(
    in collection: String, key: String, document: DocumentID?, body: String, at: Timestamp
  ) throws -> Int64 {
    try change {
      $0.appendRecord(in: collection, key: key, document: document, body: body, at: at)
    }
  }

  func save(_ request: StoredRequest) throws { try change { try $0.save(request) } }

  func removeRequests(savedBefore time: Timestamp, limit: Int) throws -> Int {
    try change { $0.removeRequests(savedBefore: time, limit: limit) }
  }
}
