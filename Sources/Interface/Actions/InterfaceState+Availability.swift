// Whether an engine's action may be taken on what is selected, as far as the pages know.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// The engine decides in the end; this keeps the footer honest.
  func availability(of action: Action) -> Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    switch page {
    case .inbox(let page): return availability(of: action, in: page)
    case .reports(let page): return availability(of: action, in: page)
    case .document(let page):
      guard let detail = page.detail else { return .off("the document is not read yet") }
      return Self.availability(of: action, among: detail.actions)
    case .instance(let page):
      guard let detail = page.detail else { return .off("the instance is not read yet") }
      if page.isLookingBack { return .off("this is how it was; } goes to what is now") }
      return Self.availability(of: action, among: detail.actions)
    case .workflows, .workflow, .simulation: return .absent
    case .queue(let page): return forAdministrators(hasSelection: page.selected != nil)
    case .system: return .absent
    case .instances(let page):
      if action == .reassign, page.list.markedRows.isEmpty, let row = page.selected,
        !row.status.isOpen
      {
        return .off("\(row.id) is \(row.status.rawValue); nobody is asked")
      }
      return forAdministrators(hasSelection: page.selected != nil)
    case .notifications, .preferences, .people, .person, .statistics, .messages: return .absent
    }
  }

  private static func availability(
    of action: Action, among known: [ActionAvailability]
  ) -> Availability {
    guard let found = known.first(where: { $0.action == action }) else {
      // Commenting is for everybody who sees the document.
      return action == .comment ? .on : .absent
    }
    return found.reason.map { .off($0) } ?? .on
  }

  private func availability(of action: Action, in page: InboxPage) -> Availability {
    switch action {
    case .reassign where !viewer.isAdministrator: return .off("only an administrator may")
    case .edit, .resubmit: return availability(ofCorrection: action, in: page)
    case .submit: return .absent
    default: break
    }
    let marked = page.list.markedRows.compactMap { page.row($0.id) }
    if !marked.isEmpty { return availability(of: action, among: marked.map(\.item)) }
    guard let row = page.selected else { return .off("nothing is selected") }
    if let mark = answered[row.item.id] {
      let rest = mark.isOver ? "" : "; u takes it back"
      return .off("\(row.item.document) is \(mark.action.past) already\(rest)")
    }
    if let preview = page.preview, preview.document.id == row.item.document,
      let found = preview.actions.first(where: { $0.action == action && $0.item == row.item })
    {
      return found.reason.map { .off($0) } ?? .on
    }
    return Self.fits(action, row.item)
      ? .on : .off("\(row.item.document) waits for something else: \(Self.expected(row.item))")
  }

  /// Editing and resubmitting stand in the inbox only beside what was sent back to me.
  private func availability(ofCorrection action: Action, in page: InboxPage) -> Availability {
    let marked = page.list.markedRows.compactMap { page.row($0.id) }
    let rows = marked.isEmpty || action == .edit ? [page.selected].compactMap { $0 } : marked
    guard !rows.isEmpty, rows.allSatisfy({ Self.fits(action, $0.item) }) else { return .absent }
    if marked.isEmpty, let preview = page.preview, preview.document.id == rows[0].item.document,
      let found = preview.actions.first(where: { $0.action == action })
    {
      return found.reason.map { .off($0) } ?? .on
    }
    return .on
  }

  /// What can be answered to an item of this kind.
  static func fits(_ action: Action, _ item: WorkItem) -> Bool {
    switch (action, item.kind) {
    case (.comment, _): true
    case (.edit, .return), (.edit, .changeRequested): true
    case (.resubmit, .return), (.resubmit, .changeRequested): true
    case (.reassign, _): true
    case (.move, _): item.queue != nil
    case (_, .return), (_, .changeRequested): false
    case (.choose, _): !item.outcomes.isEmpty
    case (.complete, .task): item.outcomes.isEmpty && takes(action, item)
    case (.approve, .approval), (.deny, .approval), (.delegate, _): takes(action, item)
    case (.reject, _), (.requestChange, _): takes(action, item)
    case (.accept, .task), (.accept, .choice): item.assignee == nil
    case (.release, .task), (.release, .choice): item.status == .accepted
    default: false
    }
  }

  /// Whether the item's element allows the answer, as far as the item says which it allows.
  private static func takes(_ action: Action, _ item: WorkItem) -> Bool {
    guard !item.allowed.isEmpty else { return true }
    return AllowedAction(rawValue: Word(action.rawValue).hyphenated).map(item.allowed.contains)
      ?? false
  }

  /// Whether an item of a bulk can take the answer: it fits, and none was given a moment ago.
  func canBeMeant(_ action: Action, _ item: WorkItem) -> Bool {
    Self.fits(action, item) && (action == .comment || answered[item.id] == nil)
  }

  private func availability(of action: Action, among items: [WorkItem]) -> Availability {
    let meant = items.filter { canBeMeant(action, $0) }
    if action == .choose, Set(meant.map(\.outcomes)).count > 1 {
      return .off("the marked items offer different outcomes; choose for one after the other")
    }
    guard meant.isEmpty else { return .on }
    let waits = Set(items.map(Self.expected))
    let rest = waits.count == 1 ? ": waiting for " + (waits.first ?? "") : ""
    return .off("none of the \(items.count) marked can be \(action.passive)\(rest)")
  }

  /// What a document of this status is ready for.
  static func fits(_ action: Action, _ status: DocumentStatus) -> Bool {
    switch action {
    case .submit: status == .draft
    case .resubmit: status == .rejected || status == .changeRequested
    case .recall: status == .submitted || status == .inReview
    case .delete: status == .draft
    default: true
    }
  }

  /// What the instance of a message in this state is ready for.
  static func fits(_ action: Action, _ state: MessageState) -> Bool {
    action == .resume ? state == .stopped : true
  }

  /// What an instance of this status is ready for.
  static func fits(_ action: Action, _ status: InstanceStatus) -> Bool {
    switch action {
    case .resume, .skip: status == .stopped
    case .cancel, .migrate, .reassign: status.isOpen
    default: true
    }
  }

  private static func expected(_ item: WorkItem) -> String {
    switch item.kind {
    case .approval: "an approval"
    case .choice: "a choice, with C"
    case .task: item.assignee == nil ? "somebody who accepts the task" : "the task to be completed"
    case .return: "your correction, with e, and s"
    case .changeRequested: "the change that was asked for, with e, and s"
    }
  }

  private func availability(of action: Action, in page: ReportsPage) -> Availability {
    let marked = page.list.markedRows.compactMap { page.row($0.id) }
    if !marked.isEmpty, [.submit, .resubmit, .recall, .delete].contains(action) {
      return marked.contains { action == .delete ? canBeDeleted($0) : Self.fits(action, $0.status) }
        ? .on : .off("none of the \(marked.count) marked can be \(action.passive)")
    }
    guard let row = page.selected else { return .off("nothing is selected") }
    if deletions.contains(where: { $0.document == row.id }) {
      return .off("\(row.id) is being deleted; u keeps it")
    }
    if let preview = page.preview, preview.document.id == row.id,
      preview.document.revision == row.revision, preview.document.status == row.status
    {
      return Self.availability(of: action, among: preview.actions)
    }
    let isMine = row.originator == viewer.person
    switch action {
    case .submit: return row.status == .draft && isMine ? .on : .off("only a draft is submitted")
    case .resubmit:
      let isBack = row.status == .rejected || row.status == .changeRequested
      return isBack ? .on : .off("it did not come back")
    case .edit: return .on
    case .delete: return row.status == .draft ? .on : .off("only a draft is deleted")
    case .recall:
      let isRunning = row.status == .submitted || row.status == .inReview
      return isRunning ? .on : .off("it is not on its way")
    default: return .on
    }
  }

  private func forAdministrators(hasSelection: Bool) -> Availability {
    guard viewer.isAdministrator else { return .off("only an administrator may do that") }
    return hasSelection ? .on : .off("nothing is selected")
  }

  /// Submit or resubmit, whichever the document is ready for.
  var submission: (action: Action, availability: Availability) {
    if case .document(let page) = page, let submission = page.submission {
      if setup.isReadOnly { return (submission.action, .off("this is a read-only session")) }
      return (submission.action, submission.reason.map { .off($0) } ?? .on)
    }
    let resubmit = availability(of: .resubmit)
    if resubmit == .on || page.kind == .inbox { return (.resubmit, resubmit) }
    return (.submit, availability(of: .submit))
  }
}
