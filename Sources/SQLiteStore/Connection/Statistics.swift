// How much work a store has had: for benchmarks, and for tests that count flushes.

import Synchronization

/// Counts since the store was opened. Read from any thread.
package final class Statistics: Sendable {
  private let executed = Atomic<Int>(0)
  private let committed = Atomic<Int>(0)

  /// Statements that were run, those of transactions included.
  package var statements: Int { executed.load(ordering: .relaxed) }

  /// Transactions that changed something and were committed: each cost one flush.
  package var commits: Int { committed.load(ordering: .relaxed) }

  func countStatement() { executed.add(1, ordering: .relaxed) }

  func countCommit() { committed.add(1, ordering: .relaxed) }
}
