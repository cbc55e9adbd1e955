// Looks at a whole store for what must always hold: history, journal, queue.

import Expenses
import Foundation
import SQLiteStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// What a store holds, read in one go; for stores of tests, which are small.
struct StoreAudit {
  let documents: [StoredDocument]
  /// All entries, in their order.
  let history: [StoredHistoryEntry]
  let journal: [StoredRecord]
  let queue: QueueCounts
  /// The instances that are open, or stopped.
  let unfinished: [StoredInstance]

  init(path: String) throws {
    let store = try SQLiteStore.open(at: path, readOnly: true)
    defer { try? store.close() }
    (documents, history, journal, queue, unfinished) = try store.read { reading in
      let documents = try reading.documents(DocumentQuery(limit: 5_000))
      let history = try documents.flatMap {
        try reading.history(HistoryQuery(.document($0.id), limit: 5_000))
      }
      return (
        documents, history.sorted { $0.sequence < $1.sequence },
        try reading.records(in: Journal.collection, after: 0, limit: 100_000),
        try reading.queueCounts(at: .distantFuture),
        try reading.instances(InstanceQuery(status: .pending, limit: 5_000))
          + reading.instances(InstanceQuery(status: .stopped, limit: 5_000))
      )
    }
  }

  var statuses: [String: String] {
    Dictionary(uniqueKeysWithValues: documents.map { ($0.id.rawValue, $0.status.rawValue) })
  }

  /// The history has no gap: neither in its numbers nor in any chain of hashes.
  func checkHistory() {
    #expect(history.map(\.sequence) == Array(1...Int64(max(1, history.count))))
    var heads: [String: [UInt8]] = [:]
    for stored in history {
      let stream = stored.instance?.description ?? stored.document.rawValue
      let expected = HistoryChain.hash(of: stored, after: heads[stream])
      #expect(stored.hash == expected, "entry \(stored.sequence) breaks the chain of \(stream)")
      heads[stream] = stored.hash
    }
  }

  /// The journal is numbered without a gap, balances, and has each report once.
  ///
  /// - Parameter paid: the reports that were posted and paid, and no others.
  func checkJournal(paid: Set<String>) throws {
    #expect(journal.map(\.number) == Array(1..<Int64(journal.count + 1)))
    // Reading an entry checks that it balances.
    let entries = try journal.map { try JournalEntry(body: $0.body) }
    for kind in [JournalEntry.Kind.posting, .payment] {
      let documents = entries.filter { $0.kind == kind }.map(\.document.rawValue)
      #expect(Set(documents).count == documents.count, "a report is in the journal twice")
      #expect(Set(documents) == paid)
    }
    #expect(entries.count == 2 * paid.count)
  }

  /// Nothing waits, runs or is stopped.
  func checkQueueIsEmpty() {
    #expect(queue.depth == 0)
  }

  /// Each step of a workflow happened once: one start, one end, one posting for each instance.
  func checkNothingTwice() {
    var seen: [String: Int] = [:]
    for stored in history {
      guard let instance = stored.instance else { continue }
      switch stored.entry.event {
      case .workflowStarted, .workflowCompleted, .workflowCanceled:
        seen["\(instance) \(stored.entry.event)", default: 0] += 1
      case .elementStarted, .automatedExecution, .elementEnded:
        let element = stored.entry.element?.description ?? ""
        seen["\(instance) \(stored.entry.event) \(element)", default: 0] += 1
      default: break
      }
    }
    let doubles = seen.filter { $0.value > 1 }.keys.sorted()
    #expect(doubles.isEmpty, "\(doubles.prefix(5))")
  }
}
