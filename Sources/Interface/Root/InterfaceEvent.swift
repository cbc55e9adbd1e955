// What comes to the pages from outside.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Something that happened.
package enum InterfaceEvent: Sendable {
  /// The engine's time, and how long the program runs; told before other events of the same turn.
  case clock(Timestamp, uptime: Duration)
  case input(InputEvent)
  /// A commit of this or another process.
  case storeChanged
  case read(Reading, as: Actor, Result<ReadAnswer, EngineError>)
  /// What was found so far, of a reading that takes long.
  case readSoFar(Reading, as: Actor, ReadAnswer)
  /// How far a long task is; the number of all is nil while it is not known.
  case progress(LongTask, done: Int, total: Int?)
  case acted(work: Int, index: Int, Result<ActionResult, EngineError>)
  case jobAnswered(JobCommand, Result<JobAnswer, EngineError>)
  case saved(Result<Document, EngineError>)
  case duplicated(Result<Document, EngineError>)
  case deleted(DocumentID, Result<Void, EngineError>)
  case exported(ListExport, Result<ExportOutcome, EngineError>)
  case delegated(Result<DelegationRow, EngineError>)
  case imported(Result<ImportResult, EngineError>)
  case workflowAnswered(WorkflowOrder, Result<WorkflowAnswer, EngineError>)
  /// The text that came back from `$EDITOR`; nil when it was left without saving.
  case edited(String?)
  /// A file that was to be kept as a receipt, by its path.
  case kept(String, Result<KeptFile, EngineError>)
  /// The people's names, at the start and when the organisation changed.
  case named([PersonID: String])
  /// The document types that there are, when the organisation changed.
  case typed([any DocumentType])
  /// The person's filters as they are kept now.
  case filters(SavedFilters)
  /// News from whoever runs the pages, such as why an editor could not be started.
  case notice(String, isError: Bool)
}
