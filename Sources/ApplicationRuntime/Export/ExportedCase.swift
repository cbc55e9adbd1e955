// What events of an export belong to: one document with all that ever happened to it.

import Workflow
import WorkflowRuntime

/// A case of process mining: a document with all its instances. A document that was returned and
/// submitted again is one case.
public struct ExportedCase: Hashable, Sendable {
  public let document: DocumentID
  /// Nil, like what follows, for a document that was deleted: its history stays.
  public let type: DocumentTypeID?
  public let title: String?
  public let originator: PersonID?
  public let status: DocumentStatus?
}

/// An event of an export.
public struct ExportedEvent: Hashable, Sendable {
  public let document: ExportedCase
  public let row: HistoryRow

  /// What was done, as process mining names activities: the element and step with the event, or
  /// the event alone.
  public var activity: String {
    let place = [row.entry.element?.description, row.entry.step].compactMap { $0 }
    guard !place.isEmpty else { return row.entry.event.rawValue }
    return place.joined(separator: " · ") + ": " + row.entry.event.rawValue
  }

  /// Where the event stands in the life of its activity, in the words of the XES lifecycle
  /// extension.
  public var transition: String {
    switch row.entry.event {
    case .workItemsCreated, .assigned, .submitted, .resubmitted: "schedule"
    case .accepted, .elementStarted, .stepStarted, .workflowStarted: "start"
    case .released: "reassign"
    case .fault, .stopped: "suspend"
    case .resumed: "resume"
    case .stepSkipped: "autoskip"
    case .skipped: "manualskip"
    case .workItemsClosed, .takenBack, .recalled, .answerDiscarded: "withdraw"
    case .workflowCanceled, .canceledByAdministrator: "pi_abort"
    case .unrecoverable: "ate_abort"
    default: "complete"
    }
  }
}
