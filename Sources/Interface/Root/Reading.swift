// What the pages ask to be read, and what they get.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One thing to read for the screen.
package enum Reading: Hashable, Sendable {
  /// The status line: batch job, counts.
  case overview
  /// How many notifications are not read.
  case unread
  case inbox(limit: Int)
  case documents(limit: Int)
  case queue(pending: Int, done: Int)
  /// The system in figures, with the ways of so many messages.
  case system(ways: Int)
  case instances(InstanceStatus?, limit: Int)
  case document(DocumentID)
  case instance(InstanceID)
  /// An instance as it was after a message; nil for its saved points alone.
  case moment(InstanceID, message: Int64?)
  /// What an instance's history has before an entry.
  case olderHistory(InstanceID, before: Int64)
  case workflows
  case workflow(WorkflowID, Int)
  case comparison(WorkflowText, WorkflowText)
  /// What can be simulated with workflows of a type.
  case simulationSubjects(DocumentTypeID)
  case explanation(DocumentID)
  case people
  /// Whom or what an action on these items can name, for a field of a dialog.
  case choices(Action, [WorkItemID])
  /// The open work items of instances, for an administrator's choice.
  case openItems([InstanceID])
  /// The unread ones first.
  case notifications(isUnreadOnly: Bool, limit: Int)
  case deliveries(ofEverybody: Bool, limit: Int)
  case preferences
  /// How long things took; counting it may take long.
  case statistics(StatisticsRequest)
  case organization
  /// Mine, or everybody's for administrators.
  case delegations
  case person(PersonID)
  /// What the editor proposes, for a document of this type.
  case editing(DocumentTypeID)
}

/// The answer to a ``Reading``.
package enum ReadAnswer: Sendable {
  case overview(QueueOverview)
  case unread(Int)
  case inbox(Window<InboxRow>)
  case documents(Window<DocumentRow>)
  case queue(pending: [Message], done: [Message])
  case system(SystemOverview)
  case instances(Window<InstanceRow>)
  case document(DocumentDetail)
  case instance(InstanceDetail)
  case moment(InstanceMoment)
  case olderHistory([HistoryRow])
  case workflows([WorkflowVersionRow])
  case workflow(WorkflowVersionDetail)
  case comparison(WorkflowComparison)
  case simulationSubjects([SimulationSubject])
  case explanation(Explanation)
  case people([PersonChoice])
  case choices([ActionChoice])
  case openItems([WorkItem])
  case notifications(Window<NotificationRow>)
  case deliveries(Window<DeliveryRow>)
  case preferences([NotificationPreferenceRow])
  case statistics(StatisticsAnswer)
  case organization([PersonEntry])
  case delegations([DelegationRow])
  case person(PersonDetail)
  case editing(EditorContext)
}

extension Reading {
  /// Whether it may take so long that nothing else waits for it.
  package var isLong: Bool { if case .statistics = self { true } else { false } }
}
