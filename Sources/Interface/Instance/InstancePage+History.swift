// The history of an instance, read backwards from the newest entry as one scrolls.

import ApplicationRuntime
import Workflow

extension InstancePage {
  /// What is known of the history, the oldest first.
  var knownHistory: [HistoryRow] { older + (detail?.history ?? []) }

  /// Entries that the next window does not hold any more are kept, unless others are missing
  /// between.
  mutating func keepHistory(before next: InstanceDetail) {
    guard let first = next.history.first?.sequence, let last = detail?.history.last?.sequence,
      last >= first
    else {
      older = []
      hasOlder = next.hasOlderHistory
      return
    }
    if older.isEmpty, detail?.hasOlderHistory == false { hasOlder = false }
    older = knownHistory.filter { $0.sequence < first }
  }

  /// What is to be read before the oldest entry that is known.
  var readingOfHistory: Reading? {
    guard hasOlder, nearsOldest, let first = knownHistory.first?.sequence else { return nil }
    return .olderHistory(id, before: first)
  }

  mutating func take(older rows: [HistoryRow], before sequence: Int64) {
    guard sequence == knownHistory.first?.sequence else { return }
    older = rows + older
    hasOlder = !rows.isEmpty
  }
}
