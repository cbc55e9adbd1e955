// What the pages want done outside of themselves. They never do it: whoever runs them does, and
// answers with an event.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One effect. Effects are carried out in their order; none of them may hold up the screen.
package enum Effect: Sendable {
  /// Answered by ``InterfaceEvent/read(_:as:_:)``.
  case read(Reading, as: Actor)
  /// A long task ends at its next safe point.
  case stopTask(LongTask)
  /// One request after the other, each answered by ``InterfaceEvent/acted(work:index:_:)``;
  /// `stop` ends it between two.
  case perform([ActionRequest], as: Actor, work: Int)
  case stop(work: Int)
  /// Answered by ``InterfaceEvent/jobAnswered(_:_:)``.
  case job(JobCommand, as: Actor)
  /// A new document; answered by ``InterfaceEvent/saved(_:)``.
  case create(DocumentTypeID, DocumentContent, as: Actor)
  /// A change of a document; answered by ``InterfaceEvent/saved(_:)``.
  case save(DocumentID, revision: Int?, DocumentContent, as: Actor)
  /// Answered by ``InterfaceEvent/duplicated(_:)``.
  case duplicate(DocumentID, as: Actor)
  /// Answered by ``InterfaceEvent/deleted(_:_:)``.
  case delete(DocumentID, as: Actor)
  /// Drafts from a CSV file; answered by ``InterfaceEvent/imported(_:)``.
  case importFile(String, DocumentTypeID, as: Actor)
  /// Nothing is told when it is done: what it changes is read again.
  case markRead([NotificationID], as: Actor)
  /// What a person is told by a transport; nil is as the organisation says.
  case setNotifications(NotificationEvent, NotificationTransport, Bool?, as: Actor)
  /// A list in a file; answered by ``InterfaceEvent/exported(_:_:)``.
  case export(ListExport)
  /// A reading that takes long is not waited for any more.
  case stopReading(Reading)
  /// A standing delegation, in place of another one or beside all; answered by
  /// ``InterfaceEvent/delegated(_:)``.
  case delegate(StandingDelegation, replacing: Int64?, as: Actor)
  /// Answered by a notice when it fails.
  case removeDelegation(Int64, as: Actor)
  /// Answered by ``InterfaceEvent/workflowAnswered(_:_:)``.
  case workflow(WorkflowOrder, as: Actor)
  /// `$EDITOR` on a text in a file of that name, at a line where the editor takes one; answered by
  /// ``InterfaceEvent/edited(_:)``.
  case editText(String, line: Int?, file: String)
  /// Starts the simulated colleagues of a sample store, or sends them home; they leave this
  /// person's inbox alone. Answered by a notice.
  case colleagues(sparing: PersonID)
  /// A change of the person's filters; answered by ``InterfaceEvent/filters(_:)``.
  case changeFilters(FilterChange)
  /// Whether the mouse is the program's.
  case mouse(Bool)
  /// To the terminal's clipboard.
  case copy(String)
  /// Keeps a copy of a file as a receipt; answered by ``InterfaceEvent/kept(_:_:)``.
  case keepReceipt(String)
  /// A copy of a receipt in a new file; answered by a notice.
  case copyReceipt(KeptFile, to: String)
  case suspend
  case redraw
  case bell
  case quit
}
