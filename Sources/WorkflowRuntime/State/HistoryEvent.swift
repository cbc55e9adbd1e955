// What a history entry tells.

/// The kinds of entry of the append-only record (SPEC 11).
public enum HistoryEvent: String, Hashable, Sendable, CaseIterable, Storable {
  // The document and what people do.
  case created, edited, deleted, commented
  case submitted, resubmitted, recalled, canceledByAdministrator, canceledWithParent
  case accepted, released, takenBack
  case approved, completed, rejected, changeRequested, denied
  /// An answer that came too late: recorded, without effect.
  case answerDiscarded
  // The instance.
  case workflowStarted, workflowCompleted, workflowCanceled, acknowledged
  case elementStarted, elementEnded, stepStarted, stepSkipped, stepCompleted
  case assigned, fallbackUsed, personPassedOver, workItemsCreated, workItemsClosed
  case conditionEvaluated, automaticAction, automatedExecution
  case statusChanged
  // Who acts for whom, and time.
  case delegated, reassigned, moved, orphaned, onHold
  case reminded, overdue, escalated, limitReached
  // Children, versions, approvals that are asked again.
  case childStarted, childEnded, migrated, askedAgain, restarted, branchCanceled, migrationRefused
  // What failed and how it was mended.
  case fault, stopped, resumed, skipped, unrecoverable, told
  // The record itself: an instance moved to an archive, personal content taken away.
  case archived, erased
}
