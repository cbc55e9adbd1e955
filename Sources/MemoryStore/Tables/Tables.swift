// All tables of a store as one value.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Everything that the store keeps. Lists are found by looking at every row: it is made for the
/// few hundred rows of a test, not for speed.
package struct Tables: Sendable {
  /// A message still to be handled, and whether another one of its instance holds it.
  package struct PendingMessage: Sendable {
    package var message: Message
    package var isHeld: Bool
  }

  package var settings: [String: String] = [:]
  package var organization: StoredOrganization?
  /// By number, the lowest first.
  package var versions: [WorkflowID: [StoredWorkflowVersion]] = [:]
  package var pending: [Int64: PendingMessage] = [:]
  package var done: [Int64: Message] = [:]
  package var handledCount = 0
  package var discardedCount = 0
  package var tallies = QueueTallies()
  package var instances: [InstanceID: StoredInstance] = [:]
  package var documents: [DocumentID: StoredDocument] = [:]
  var fingerprints: [DocumentID: Set<String>] = [:]
  package var items: [WorkItemID: WorkItem] = [:]
  package var history: [StoredHistoryEntry] = []
  package var heads: [HistoryStream: [UInt8]] = [:]
  /// The hashes of entries that were removed with their instances.
  package var removedHistory: [HistoryHash] = []
  package var storeChain: [StoreChainLink] = []
  var chainTail = StoreChainTail()
  package var records: [String: [StoredRecord]] = [:]
  package var requests: [String: StoredRequest] = [:]
  package var notifications: [Int64: StoredNotification] = [:]
  package var deliveries: [Int64: StoredDelivery] = [:]
  var counters: [Counter: Int64] = [:]
  var documentNumbers: [String: Int64] = [:]

  mutating func next(_ counter: Counter) -> Int64 {
    let number = (counters[counter] ?? 0) + 1
    counters[counter] = number
    return number
  }

  mutating func save(_ request: StoredRequest) throws {
    guard requests[request.key] == nil else {
      throw StoreError(.conflict, "The key “\(request.key)” has a result already.")
    }
    requests[request.key] = request
  }

  mutating func removeRequests(savedBefore time: Timestamp, limit: Int) -> Int {
    let old = requests.values.filter { $0.at < time }.sorted { $0.at < $1.at }.window(limit)
    for request in old { requests[request.key] = nil }
    return old.count
  }

  mutating func appendRecord(
    in collection: String, key: String, document: DocumentID?, body: String, at: Timestamp
  ) -> Int64 {
    let records = records[collection] ?? []
    if let known = records.first(where: { $0.key == key }) { return known.number }
    let number = (records.last?.number ?? 0) + 1
    self.records[collection, default: []].append(
      StoredRecord(number: number, key: key, document: document, body: body, at: at))
    return number
  }
}

extension Array {
  /// The first rows; none for a limit that is not positive.
  func window(_ limit: Int) -> [Element] { Array(prefix(Swift.max(0, limit))) }
}
