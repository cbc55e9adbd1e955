// From the history of a commit to the events that people are told of (SPEC 8, 9, 10).

import Workflow
import WorkflowRuntime

/// Finds what there is to tell in one commit: the same history gives the same occasions.
struct OccasionReading {
  let commit: ToldCommit
  let owner: PersonID?
  let organization: Organization
  /// The store as it was before what changed of the work items is written.
  let reading: any StoreReading

  /// What there may be to tell of; the rest of the history is not looked at.
  static let events: Set<HistoryEvent> = [
    .workflowStarted, .workflowCompleted, .workflowCanceled, .stopped, .unrecoverable, .approved,
    .rejected, .changeRequested, .completed, .denied, .automaticAction, .delegated, .escalated,
    .limitReached, .overdue, .reminded, .orphaned,
  ]

  func occasions() throws -> [Occasion] {
    var occasions: [Occasion] = []
    for entry in commit.history {
      if let occasion = try occasion(entry) { occasions.append(occasion) }
    }
    for item in commit.opened where item.status.isOpen && !item.visibleTo.isEmpty {
      occasions.append(Occasion(item, newTo: item.visibleTo, by: nil))
    }
    for item in commit.changed where item.status.isOpen {
      // Those who see it already know of it.
      let before = Set(try reading.workItem(item.id)?.visibleTo ?? [])
      let people = item.visibleTo.filter { !before.contains($0) }
      if !people.isEmpty { occasions.append(Occasion(item, newTo: people, by: nil)) }
    }
    return occasions
  }

  private func occasion(_ entry: HistoryEntry) throws -> Occasion? {
    switch entry.event {
    case .workflowStarted: Occasion(.started, entry)
    case .workflowCompleted: Occasion(.completed, entry, concerning: usualReceiver)
    case .workflowCanceled: canceled(entry)
    case .stopped: Occasion(.stopped, entry, concerning: keepers)
    case .unrecoverable:
      // The same word keeps the bytes of one that is ended later.
      commit.instance.status == .unrecoverable
        ? Occasion(.unrecoverable, entry, concerning: keepers) : nil
    case .approved: Occasion(.approve, entry)
    case .rejected: Occasion(.reject, entry)
    case .changeRequested: Occasion(.requestChange, entry)
    case .completed: Occasion(.complete, entry)
    case .denied: Occasion(.deny, entry)
    case .automaticAction:
      entry.detail.flatMap(AnswerKind.init).map { Occasion($0.notificationEvent, entry) }
    case .delegated: Occasion(.delegate, entry)
    case .escalated, .limitReached: escalated(entry)
    case .overdue: try asked(.overdue, entry)
    case .reminded: try asked(.reminder, entry)
    case .orphaned: Occasion(.orphaned, entry, concerning: organization.administrators)
    default: nil
    }
  }

  /// Who runs the system and who keeps the workflow.
  private var keepers: [PersonID] {
    ([owner].compactMap { $0 } + organization.administrators).uniqued()
  }

  /// The originator of a whole document; of a line, the parent tells when all are done.
  private var usualReceiver: [PersonID] {
    commit.instance.line == nil ? [commit.instance.originator] : []
  }

  /// Who recalled it knows. One that waits for its children ends in a later commit.
  private func canceled(_ entry: HistoryEntry) -> Occasion {
    let cause = commit.history.last {
      $0.event == .recalled || $0.event == .canceledByAdministrator
        || $0.event == .canceledWithParent
    }
    var occasion = Occasion(.canceled, entry, concerning: usualReceiver)
    occasion.comment = cause?.comment
    let isRecalled = (cause?.event ?? commit.state?.endReason) == .recalled
    occasion.actor = cause?.actor?.person ?? (isRecalled ? commit.instance.originator : nil)
    return occasion
  }

  /// Whoever was asked, and is not any more, because the limit is over.
  private func escalated(_ entry: HistoryEntry) -> Occasion? {
    let closed = (commit.opened + commit.changed).filter {
      $0.status == .escalated && $0.element == entry.element
    }
    var people = closed.filter {
      entry.onBehalfOf == nil || $0.personActedFor == entry.onBehalfOf
    }.flatMap { $0.assignee.map { [$0] } ?? $0.candidates }
    if let person = entry.onBehalfOf, people.isEmpty { people = [person] }
    // The limit of a repetition is nobody's.
    guard !people.isEmpty else { return nil }
    return Occasion(.escalate, entry, concerning: people.uniqued())
  }

  /// Those in whose inboxes the items of the element lie.
  private func asked(_ event: NotificationEvent, _ entry: HistoryEntry) throws -> Occasion {
    let items = try openItems().filter {
      $0.element == entry.element && (entry.step == nil || $0.step == entry.step)
    }
    var occasion = Occasion(event, entry, concerning: items.flatMap(\.visibleTo).uniqued())
    occasion.item = items.first
    return occasion
  }

  private func openItems() throws -> [WorkItem] {
    if let known = commit.openItems { return known }
    var items = Pages<WorkItem> { last, limit in
      try reading.workItems(
        WorkItemQuery(.openOfInstance(commit.instance.id), after: last?.id, limit: limit))
    }
    var all: [WorkItem] = []
    while let item = try items.next() { all.append(item) }
    return all
  }
}

extension AnswerKind {
  /// The event of an element in which this was answered.
  fileprivate var notificationEvent: NotificationEvent {
    switch self {
    case .approve: .approve
    case .complete: .complete
    case .reject: .reject
    case .requestChange: .requestChange
    case .deny: .deny
    }
  }
}
