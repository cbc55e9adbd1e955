// What a document waits for, and since when. The one place that says so.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Where a document stands: `In review: manager step, since Tuesday 09:04`.
struct Standing {
  private let status: DocumentStatus
  private let waitingFor: String?
  private let changedAt: Timestamp

  init(_ document: Document) {
    status = document.status
    waitingFor = document.waitingFor
    changedAt = document.changedAt
  }

  init(_ row: DocumentRow) {
    status = row.status
    waitingFor = row.waitingFor
    changedAt = row.changedAt
  }

  /// `manager step, since Tuesday 09:04`; nil when it waits for nothing.
  func waiting(clock: LocalClock, now: Timestamp) -> String? {
    guard let waitingFor else { return nil }
    // What was sent back is changed by its originator, who starts no new wait by that.
    guard status == .inReview else { return waitingFor }
    return waitingFor + ", since " + clock.since(changedAt, now: now)
  }
}
