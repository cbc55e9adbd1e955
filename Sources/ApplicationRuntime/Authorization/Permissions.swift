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
  let today: Day
  let type: any DocumentType
  let document: StoredDocument
  /// The instance that is asked about: the document's newest, or a line's that was named.
  let instance: StoredInstance?
  /// The open instances of the document's lines.
  let lineInstances: [StoredInstance]
  /// The open work items of the instance and of the lines' instances.
  let openItems: [WorkItem]
  /// The open items of the whole document, where a line's instance is asked about.
  let itemsOfWhole: [WorkItem]
  /// The person's answer that can still be taken back.
  let held: OnceRead<WorkItem?>
  /// The items with anybody's answer that can still be taken back.
  let answered: OnceRead<[WorkItem]>
  /// What of the content, or of the workflows that there are, keeps it from being submitted.
  let obstacle: OnceRead<String?>
  /// Whether the person has to do with the document.
  let involvement: OnceRead<Bool>
  /// The workflow of an instance; nil when it cannot be read.
  let definition: (StoredInstance) -> WorkflowDefinition?
  /// The first open child that is stopped, of the instance that is asked about.
  let stoppedChild: OnceRead<StoredInstance?>
  /// The document that the root of a dependent instance is about.
  let root: OnceRead<StoredInstance?>

  /// The person's answer that can still be taken back; none where that cannot be read.
  var heldAnswer: WorkItem? { (try? held.value) ?? nil }

  /// Every action that concerns a document or its instance, in the order of `Action`.
  var all: [ActionAvailability] {
    Action.allCases.map { action in
      var reason = reason(against: action)
      if action == .submit, reason == nil { reason = (try? obstacle.value) ?? nil }
      return ActionAvailability(action, reason: reason, item: item(for: action))
    }
  }

  /// Why the action is refused; nil when it is allowed. What the content or the choice of the
  /// workflow has against a submission comes from doing it.
  func reason(against action: Action) -> String? {
    switch action {
    case .edit: reasonAgainstEditing
    case .delete: reasonAgainstDeleting
    case .submit: reasonAgainstSubmitting
    case .resubmit: reasonAgainstResubmitting
    case .recall: reasonAgainstRecalling
    case .comment:
      (try? involvement.value) == true ? nil : "only those involved in it may comment"
    case .approve, .reject, .requestChange, .deny, .complete, .choose, .delegate, .release:
      reasonAgainstActing(action)
    case .accept: reasonAgainstAccepting
    case .move: reasonAgainstMoving
    case .undo: reasonAgainstTakingBack
    case .reassign: administrator ?? reasonAgainstReassigning
    case .resume, .skip: administrator ?? (instance?.status == .stopped ? nil : notStopped)
    case .cancel: administrator ?? reasonAgainstEnding
    case .migrate: administrator ?? reasonAgainstMigrating
    }
  }

  /// Why the person may not act on this item; nil when they may.
  func reason(against action: Action, on item: WorkItem) -> String? {
    let instance = instance(of: item)
    if instance?.status == .unrecoverable { return "its workflow is unrecoverable" }
    switch action {
    case .accept: return reasonAgainstAccepting(item)
    case .move: return reasonAgainstMoving(item)
    case .reassign: return administrator ?? reasonAgainstReassigning
    default: break
    }
    guard item.visibleTo.contains(person) else { return notYours(item) }
    if instance?.isCanceling == true { return "it is being recalled" }
    if item.isSentBack {
      return action == .release ? "it is yours to change" : "it was sent back to you: resubmit it"
    }
    switch action {
    case .release: return reasonAgainstReleasing(item)
    case .delegate: return reasonAgainstDelegating(item)
    default: return reasonAgainstAnswering(action, item)
    }
  }

  /// The open item that the action would act on.
  func item(for action: Action) -> WorkItem? {
    switch action {
    case .approve, .reject, .requestChange, .deny, .complete, .choose, .release, .delegate:
      mine.first { reason(against: action, on: $0) == nil } ?? mine.first
    case .accept: openItems.first { reasonAgainstAccepting($0) == nil }
    case .move: openItems.first { reasonAgainstMoving($0) == nil }
    case .reassign: openItems.first
    case .resubmit: sentBackToMe.first
    case .undo: heldAnswer
    default: nil
    }
  }

  /// The open items that this person can answer: their own, and those offered to them.
  var mine: [WorkItem] { openItems.filter { $0.visibleTo.contains(person) } }

  /// What came back to this person, to be changed and resubmitted.
  var sentBackToMe: [WorkItem] { mine.filter(\.isSentBack) }

  /// The instances that concern the document now.
  var instances: [StoredInstance] { [instance].compactMap { $0 } + lineInstances }

  /// The instance that an item belongs to.
  func instance(of item: WorkItem) -> StoredInstance? {
    instances.first { $0.id == item.instance }
  }

  var isOriginator: Bool { document.originator == person }

  // MARK: Words

  var administrator: String? {
    organization.isAdministrator(person) ? nil : "only an administrator may"
  }

  private var notStopped: String {
    if instance?.status.isOpen == true, instance?.heldBy != nil {
      return "its workflow is not stopped: what failed is being tried again"
    }
    guard let instance else { return "it is not submitted" }
    let words = "its workflow is \(instance.status.rawValue), not stopped"
    guard let child = (try? stoppedChild.value) ?? nil else { return words }
    let what = child.line.map { "line \($0)" } ?? "\(child.document)"
    return words + ": \(what) is, resume \(child.id)"
  }

  var notAsked: String {
    if heldAnswer != nil { return "you have answered; the answer can still be taken back" }
    if let answered = answeredMeanwhile(where: { $0.candidates.contains(person) }) {
      return answered
    }
    guard let waitingFor = document.waitingFor else { return nobodyIsAsked }
    return "waiting for \(waitingFor); you are not assigned to it"
  }

  /// Who has answered one of these items, while that can still be taken back.
  func answeredMeanwhile(where isMeant: (WorkItem) -> Bool) -> String? {
    let items = (try? answered.value) ?? []
    guard let answer = items.last(where: isMeant)?.answer, let until = answer.takesEffectAt else {
      return nil
    }
    let clock = organization.zone.clockWithSeconds(of: until, seenOn: today)
    return "\(name(of: answer.actor.person)) has answered it "
      + "(\(answer.outcome.pastTense.lowercased())); the answer can be taken back until \(clock)"
  }

  var nobodyIsAsked: String { "it is \(document.status.inSentence); nobody is asked" }

  func name(of id: PersonID) -> String { organization.name(of: id) }
}

extension WorkItem {
  /// Whether it asks its person to change the document and to resubmit it.
  package var isSentBack: Bool { kind == .return || kind == .changeRequested }
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
    case .delegate: .delegate
    default: nil
    }
  }
}
