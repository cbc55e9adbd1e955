// Who may do what, and why not: the one place that decides (SPEC 7).

import Workflow
import WorkflowRuntime

/// What one person may do with one document, as it stands now.
///
/// The engine asks it within the transaction that acts; pages and `explain` ask it to show the
/// same answers.
struct Permissions {
  let person: PersonID
  let organization: Organization
  let type: any DocumentType
  let document: StoredDocument
  let instance: StoredInstance?
  /// The open work items of the instance.
  let openItems: [WorkItem]
  /// The person's answer that can still be taken back.
  let heldAnswer: WorkItem?

  /// Every action that concerns a document or its instance, in the order of `Action`.
  var all: [ActionAvailability] {
    Action.allCases.map { action in
      ActionAvailability(action, reason: reason(against: action), item: item(for: action))
    }
  }

  /// Why the action is refused; nil when it is allowed.
  func reason(against action: Action) -> String? {
    switch action {
    case .edit: reasonAgainstEditing
    case .delete: reasonAgainstDeleting
    case .submit: reasonAgainstSubmitting
    case .resubmit: reasonAgainstResubmitting
    case .recall: reasonAgainstRecalling
    case .comment: nil
    case .approve, .reject, .requestChange, .deny, .complete:
      reasonAgainstAnswering(action)
    case .accept: reasonAgainstAccepting
    case .release: reasonAgainstReleasing
    case .undo: heldAnswer == nil ? "no answer of yours can be taken back any more" : nil
    case .resume, .skip: administrator ?? (instance?.status == .stopped ? nil : notStopped)
    case .cancel: administrator ?? reasonAgainstEnding
    }
  }

  /// The open item that the action would act on.
  func item(for action: Action) -> WorkItem? {
    switch action {
    case .approve, .reject, .requestChange, .deny, .complete, .release:
      mine.first { reason(against: action, on: $0) == nil } ?? mine.first
    case .accept: offered.first
    case .resubmit: mine.first { $0.kind == .return || $0.kind == .changeRequested }
    case .undo: heldAnswer
    default: nil
    }
  }

  /// The open items that this person can answer: their own, and those offered to them.
  var mine: [WorkItem] { openItems.filter { $0.visibleTo.contains(person) } }

  private var offered: [WorkItem] { openItems.filter(isOffered) }

  private func isOffered(_ item: WorkItem) -> Bool {
    item.status == .open && item.assignee == nil && item.candidates.contains(person)
  }

  private var isOriginator: Bool { document.originator == person }

  // MARK: The document

  private var reasonAgainstEditing: String? {
    if let editor = document.editableBy {
      return editor == person
        ? nil : "\(name(of: editor)) is asked to change it; it is locked for everybody else"
    }
    guard document.status == .draft else {
      let isRunning = instance?.status.isOpen ?? false
      return "it is \(document.status.inSentence)"
        + (isRunning ? " and locked while its workflow runs" : "")
    }
    return isOriginator ? nil : "it is a draft of \(name(of: document.originator))"
  }

  private var reasonAgainstDeleting: String? {
    guard document.status == .draft else { return "only a draft can be deleted" }
    guard instance == nil else { return "it was submitted before: its history is kept" }
    return isOriginator ? nil : "it is a draft of \(name(of: document.originator))"
  }

  private var reasonAgainstSubmitting: String? {
    guard document.status == .draft else {
      return document.editableBy == person
        ? "it was sent back to you: resubmit it" : "it is \(document.status.inSentence) already"
    }
    return isOriginator ? nil : "only \(name(of: document.originator)) may submit it"
  }

  private var reasonAgainstResubmitting: String? {
    guard let editor = document.editableBy else { return "it was not sent back" }
    guard instance?.isCanceling != true else { return "it is being recalled" }
    return editor == person ? nil : "\(name(of: editor)) is asked to resubmit it"
  }

  private var reasonAgainstRecalling: String? {
    guard isOriginator else { return "only \(name(of: document.originator)) may recall it" }
    if instance?.status == .unrecoverable {
      return "its workflow is unrecoverable: an administrator can cancel it"
    }
    return reasonAgainstEnding
  }

  private var reasonAgainstEnding: String? {
    guard let instance else { return "it is not submitted" }
    // Canceling is the one way out of a state that cannot be read any more.
    guard instance.status.isOpen || instance.status == .unrecoverable else {
      return "its workflow is \(instance.status.rawValue)"
    }
    return instance.isCanceling ? "it is being recalled or canceled already" : nil
  }

  // MARK: Work items

  private func reasonAgainstAnswering(_ action: Action) -> String? {
    guard !mine.isEmpty else { return notAsked }
    let reasons = mine.map { reason(against: action, on: $0) }
    return reasons.contains(nil) ? nil : reasons[0]
  }

  /// Why the person may not act on this item; nil when they may.
  func reason(against action: Action, on item: WorkItem) -> String? {
    if instance?.status == .unrecoverable { return "its workflow is unrecoverable" }
    if action == .accept { return reasonAgainstAccepting(item) }
    guard item.visibleTo.contains(person) else {
      return "it is with \(item.visibleTo.map(name).joined(separator: ", ")); "
        + "you are not assigned to it"
    }
    if instance?.isCanceling == true { return "it is being recalled" }
    if item.kind == .return || item.kind == .changeRequested {
      return action == .release ? "it is yours to change" : "it was sent back to you: resubmit it"
    }
    if action == .release { return reasonAgainstReleasing(item) }
    guard let allowed = action.allowed, item.allowed.contains(allowed) else {
      let what = item.kind == .task ? "task" : "approval"
      return "this \(what) takes \(item.allowed.map(\.rawValue).joined(separator: ", "))"
    }
    return nil
  }

  private var reasonAgainstAccepting: String? {
    guard offered.isEmpty else { return nil }
    guard let taken = openItems.first(where: { $0.candidates.contains(person) }) else {
      return mine.isEmpty ? notAsked : "it is yours already"
    }
    return reasonAgainstAccepting(taken)
  }

  private func reasonAgainstAccepting(_ item: WorkItem) -> String? {
    if isOffered(item) { return nil }
    if item.assignee == person { return "it is yours already" }
    guard item.candidates.contains(person) else {
      return "it is with \(item.visibleTo.map(name).joined(separator: ", ")); "
        + "you are not assigned to it"
    }
    return "\(name(of: item.assignee ?? person)) has accepted it"
  }

  private var reasonAgainstReleasing: String? {
    guard !mine.isEmpty else { return notAsked }
    let reasons = mine.map { reasonAgainstReleasing($0) }
    return reasons.contains(nil) ? nil : reasons[0]
  }

  private func reasonAgainstReleasing(_ item: WorkItem) -> String? {
    guard item.status == .accepted, item.assignee == person else {
      return "you have not accepted it"
    }
    return item.candidates.count > 1 ? nil : "nobody else was asked"
  }

  // MARK: Words

  private var administrator: String? {
    organization.isAdministrator(person) ? nil : "only an administrator may"
  }

  private var notStopped: String {
    instance.map { "its workflow is \($0.status.rawValue), not stopped" } ?? "it is not submitted"
  }

  private var notAsked: String {
    if heldAnswer != nil { return "you have answered; the answer can still be taken back" }
    guard let waitingFor = document.waitingFor else {
      return "it is \(document.status.inSentence); nobody is asked"
    }
    return "waiting for \(waitingFor); you are not assigned to it"
  }

  private func name(of id: PersonID) -> String { organization.person(id)?.name ?? id.rawValue }
}

extension Action {
  /// The word of `allow:` for an answer.
  var allowed: AllowedAction? {
    switch self {
    case .approve: .approve
    case .reject: .reject
    case .requestChange: .requestChange
    case .deny: .deny
    case .complete: .complete
    default: nil
    }
  }
}
