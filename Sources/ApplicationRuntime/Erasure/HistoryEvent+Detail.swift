// Which details of history entries are the engine's record, and which hold words of people.

import WorkflowRuntime

extension HistoryEvent {
  /// Whether the detail stays when personal content is erased: a change of state, an outcome, a
  /// version, a condition with its result, ids of who acts for whom. What may quote a document, a
  /// program or a person goes.
  var keepsDetail: Bool {
    switch self {
    case .statusChanged, .created, .edited, .submitted, .approved, .completed, .rejected,
      .changeRequested, .denied, .takenBack, .accepted, .released:
      true
    case .workflowStarted, .workflowCompleted, .workflowCanceled, .acknowledged, .elementStarted,
      .elementEnded, .stepStarted, .stepSkipped, .stepCompleted, .workItemsCreated,
      .workItemsClosed, .conditionEvaluated, .automaticAction:
      true
    case .delegated, .moved, .escalated, .reminded, .overdue, .limitReached: true
    case .childStarted, .childEnded, .migrated, .restarted, .branchCanceled, .skipped: true
    case .archived, .erased: true
    case .deleted, .commented, .resubmitted, .recalled, .canceledByAdministrator,
      .canceledWithParent, .answerDiscarded, .assigned, .fallbackUsed, .personPassedOver,
      .automatedExecution, .reassigned, .orphaned, .onHold, .askedAgain, .migrationRefused, .fault,
      .stopped, .resumed, .unrecoverable, .told:
      false
    }
  }
}
