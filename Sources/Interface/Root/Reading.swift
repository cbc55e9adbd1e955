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
  case inbox(ListRequest<InboxRow>)
  case documents(ListRequest<DocumentRow>)
  /// What is to be handled, and what was.
  case queue(ListRequest<Message>, handled: ListRequest<Message>)
  /// The system in figures, with the ways of so many messages.
  case system(ways: Int)
  case instances(InstanceStatus?, ListRequest<InstanceRow>)
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
  case notifications(isUnreadOnly: Bool, ListRequest<NotificationRow>)
  case deliveries(ofEverybody: Bool, ListRequest<DeliveryRow>)
  case preferences
  /// How long things took; counting it may take long.
  case statistics(StatisticsRequest)
  case organization
  /// Mine, or everybody's for administrators.
  case delegations
  case person(PersonID)
  /// What the editor proposes, for a document of this type.
  case editing(DocumentTypeID)
  /// The entries of a folder, or of the folder of a file.
  case folder(String)
}

/// The answer to a ``Reading``.
package enum ReadAnswer: Sendable {
  case overview(QueueOverview)
  case unread(Int)
  case inbox(Window<InboxRow>)
  case documents(Window<DocumentRow>)
  case queue(Window<Message>, handled: Window<Message>)
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
  case folder(FolderListing)
}

extension Reading {
  /// Whether it is for what lies over the page, whatever the page shows.
  var isOfOverlay: Bool { if case .folder = self { true } else { false } }

  /// Whether it may take so long that nothing else waits for it.
  package var isLong: Bool {
    switch self {
    case .statistics, .folder: true
    default: looksAtAll
    }
  }

  /// Whether it is a list that has to be looked at from end to end: filtered, or in an order that
  /// the store has no index for.
  package var looksAtAll: Bool {
    switch self {
    case .inbox(let request): request.looksAtAll(indexed: ListOrder("due"))
    case .documents(let request): request.looksAtAll()
    case .queue(let pending, let done): pending.looksAtAll() || done.looksAtAll()
    case .instances(_, let request): request.looksAtAll()
    case .notifications(_, let request): request.looksAtAll()
    case .deliveries(_, let request): request.looksAtAll()
    default: false
    }
  }
}

extension ReadAnswer {
  /// Where the rows of a list lie in it; nil for everything else.
  package var extent: ListExtent? {
    switch self {
    case .inbox(let window): window.extent
    case .documents(let window): window.extent
    case .queue(_, let window): window.extent
    case .instances(let window): window.extent
    case .notifications(let window): window.extent
    case .deliveries(let window): window.extent
    default: nil
    }
  }
}

extension ListRequest {
  fileprivate func looksAtAll(indexed: ListOrder? = nil) -> Bool {
    !filter.isEmpty || order != indexed
  }
}
