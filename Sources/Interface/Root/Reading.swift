// What the pages ask to be read, and what they get.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One thing to read for the screen.
package enum Reading: Hashable, Sendable {
  /// The status line: batch job, counts.
  case overview
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
  /// What the editor proposes, for a document of this type.
  case editing(DocumentTypeID)
}

/// The answer to a ``Reading``.
package enum ReadAnswer: Sendable {
  case overview(QueueOverview)
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
  case editing(EditorContext)
}
