// Where one element of an instance stands.

import Workflow

/// The state of an element that was started.
public struct ElementState: Hashable, Sendable {
  public enum Phase: String, Hashable, Sendable, Storable {
    /// `elementStarted` is posted, its acknowledgment is awaited.
    case starting
    /// People, a handler or nested elements are at work.
    case working
    /// `elementEnded` is posted.
    case ending
    /// It returned the document, or asked for a change: that person's item is open.
    case sentBack
    case ended
  }

  /// 1 for the first time, one more with every restart.
  public var pass: Int
  public var phase: Phase
  public var outcome: ElementOutcome?
  /// The rounds of approvers of this pass, or the one of a task; the last is the current one.
  public var rounds: [Round]
  public var startedAt: Timestamp
  public var endedAt: Timestamp?
  /// When an approval as a whole is due.
  public var dueAt: Timestamp?
  /// Whom it asked to change the document, while it is sent back.
  public var sentBackTo: PersonID?
  /// Since when it is sent back.
  public var sentBackAt: Timestamp?
  /// The step that this pass begins with, when only that step was restarted.
  public var firstStep: String?
  /// Whether this pass asks the final approver alone, because only that was restarted.
  public var beginsFinally: Bool
  /// Whether an administrator passed it: it is not asked again when the document changes.
  public var isPassed: Bool
  /// The branches of a parallel element that are done in this pass.
  public var endedBranches: [String]
  /// How often a repeat element has begun its elements in this pass.
  public var iteration: Int
  /// The line or sub instances of this pass.
  public var children: [ChildState]
  /// The document's revision when its lines were looked at last; nil before all of them were, and
  /// when an administrator passed the element.
  public var revision: Int?

  public init(
    pass: Int, phase: Phase = .starting, outcome: ElementOutcome? = nil, rounds: [Round] = [],
    startedAt: Timestamp, endedAt: Timestamp? = nil, dueAt: Timestamp? = nil,
    sentBackTo: PersonID? = nil, sentBackAt: Timestamp? = nil, firstStep: String? = nil,
    beginsFinally: Bool = false, isPassed: Bool = false, endedBranches: [String] = [],
    iteration: Int = 0, children: [ChildState] = [], revision: Int? = nil
  ) {
    self.dueAt = dueAt
    self.sentBackTo = sentBackTo
    self.sentBackAt = sentBackAt
    self.firstStep = firstStep
    self.beginsFinally = beginsFinally
    self.isPassed = isPassed
    self.endedBranches = endedBranches
    self.iteration = iteration
    self.children = children
    self.revision = revision
    self.pass = pass
    self.phase = phase
    self.outcome = outcome
    self.rounds = rounds
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}
