// The questions to one state of the tables.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One consistent state. A reading keeps its copy, whatever is written meanwhile.
class MemoryReading: StoreReading {
  var tables: Tables

  init(_ tables: Tables) { self.tables = tables }

  func setting(_ name: String) throws -> String? { tables.settings[name] }

  func organization() throws -> StoredOrganization? { tables.organization }

  func workflowVersion(_ workflow: WorkflowID, _ version: Int) throws -> StoredWorkflowVersion? {
    tables.versions[workflow]?.first { $0.version == version }
  }

  func activeVersion(of workflow: WorkflowID) throws -> StoredWorkflowVersion? {
    tables.versions[workflow]?.first { $0.isActive }
  }

  func activeVersions(for type: DocumentTypeID) throws -> [StoredWorkflowVersion] {
    tables.activeVersions(for: type)
  }

  func openInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID? {
    tables.instances.values.filter {
      $0.status.isOpen && $0.workflow == workflow && $0.version == version
    }.map(\.id).min()
  }

  func anyInstance(of workflow: WorkflowID, _ version: Int) throws -> InstanceID? {
    tables.instances.values.filter { $0.workflow == workflow && $0.version == version }
      .map(\.id).min()
  }

  func openInstanceCounts(among limit: Int) throws -> [OpenInstanceCount] {
    OpenInstanceCount.together(
      InstanceStatus.allCases.filter(\.isOpen).flatMap { status in
        tables.instances.values.filter { $0.status == status }.prefix(limit).map {
          OpenInstanceCount(workflow: $0.workflow, version: $0.version, count: 1)
        }
      })
  }

  func workflowVersions(of workflow: WorkflowID?) throws -> [StoredWorkflowVersion] {
    tables.workflowVersions(of: workflow)
  }

  func workflowVersions(
    after: (workflow: WorkflowID, version: Int)?, limit: Int
  ) throws -> [StoredWorkflowVersion] {
    let all = tables.versions.values.joined().sorted {
      ($0.workflow, $0.version) < ($1.workflow, $1.version)
    }
    let behind = all.filter { version in
      after.map { (version.workflow, version.version) > $0 } ?? true
    }
    return Array(behind.prefix(limit))
  }

  func message(_ sequence: Int64) throws -> Message? {
    tables.pending[sequence]?.message ?? tables.done[sequence]
  }

  func messages(_ query: MessageQuery) throws -> [Message] { tables.messages(query) }

  func runnableInstances(
    of type: DocumentTypeID, at now: Timestamp, limit: Int, skipsTimers: Bool
  ) throws -> [RunnableInstance] {
    tables.runnableInstances(of: type, at: now, limit: limit, skipsTimers: skipsTimers)
  }

  func pendingMessages(
    of instance: InstanceID, dueBy now: Timestamp, limit: Int
  ) throws -> [Message] { tables.pendingMessages(of: instance, dueBy: now, limit: limit) }

  func pendingMessages(
    of instance: InstanceID, types: Set<MessageType>
  ) throws -> [Message] { tables.pendingMessages(of: instance, types: types) }

  func nextRunnableTime(of type: DocumentTypeID, skipsTimers: Bool) throws -> Timestamp? {
    tables.nextRunnableTime(of: type, skipsTimers: skipsTimers)
  }

  func runningMessages(of type: DocumentTypeID, limit: Int) throws -> [Message] {
    tables.runningMessages(of: type, limit: limit)
  }

  func queueCounts(at now: Timestamp) throws -> QueueCounts { tables.queueCounts(at: now) }

  func tallies() throws -> QueueTallies { tables.tallies }

  func stoppedMessages() throws -> [MessageType: Int] { tables.stoppedMessages() }

  func instance(_ id: InstanceID) throws -> StoredInstance? { tables.instances[id] }

  func instances(_ query: InstanceQuery) throws -> [StoredInstance] { tables.instances(query) }

  func instanceCounts() throws -> [InstanceStatus: Int] { tables.instanceCounts() }

  func document(_ id: DocumentID) throws -> StoredDocument? { tables.documents[id] }

  func documents(_ query: DocumentQuery) throws -> [StoredDocument] { tables.documents(query) }

  func documents(withFingerprint fingerprint: String, limit: Int) throws -> [DocumentID] {
    tables.documents(withFingerprint: fingerprint, limit: limit)
  }

  func workItem(_ id: WorkItemID) throws -> WorkItem? { tables.items[id] }

  func workItems(_ query: WorkItemQuery) throws -> [WorkItem] { tables.workItems(query) }

  func openWorkItemCount(visibleTo person: PersonID) throws -> Int {
    tables.workItems(WorkItemQuery(.inbox(person), limit: .max)).count
  }

  func history(_ query: HistoryQuery) throws -> [StoredHistoryEntry] { tables.history(query) }

  func lastHash(of stream: HistoryStream) throws -> [UInt8]? { tables.heads[stream] }

  func historyHashes(after sequence: Int64, limit: Int) throws -> [HistoryHash] {
    tables.historyHashes(after: sequence, limit: limit)
  }

  func instancesWithHistory(after instance: InstanceID?, limit: Int) throws -> [InstanceID] {
    tables.instancesWithHistory(after: instance, limit: limit)
  }

  func documentsWithHistory(after document: DocumentID?, limit: Int) throws -> [DocumentID] {
    tables.documentsWithHistory(after: document, limit: limit)
  }

  func storeChain(after number: Int64, limit: Int) throws -> [StoreChainLink] {
    tables.storeChain.filter { $0.number > number }.window(limit)
  }

  func lastNumber(of counter: Counter) throws -> Int64 { tables.counters[counter] ?? 0 }

  func lastStoreChainLink() throws -> StoreChainLink? { tables.storeChain.last }

  func record(in collection: String, key: String) throws -> StoredRecord? {
    tables.records[collection]?.first { $0.key == key }
  }

  func records(
    in collection: String, after number: Int64, limit: Int
  ) throws -> [StoredRecord] {
    (tables.records[collection] ?? []).filter { $0.number > number }.window(limit)
  }

  func lastRecordNumber(in collection: String) throws -> Int64 {
    tables.records[collection]?.last?.number ?? 0
  }

  func request(_ key: String) throws -> StoredRequest? { tables.requests[key] }
}
