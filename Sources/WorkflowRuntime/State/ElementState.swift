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

  public init(
    pass: Int, phase: Phase = .starting, outcome: ElementOutcome? = nil, rounds: [Round] = [],
    startedAt: Timestamp, endedAt: Timestamp? = nil
  ) {
    self.pass = pass
    self.phase = phase
    self.outcome = outcome
    self.rounds = rounds
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}

/// One round of approvers: those asked at the same time, and what they answered.
public struct Round: Hashable, Sendable {
  /// The step's name, or nil for a task.
  public let step: String?
  /// Those asked, before delegation: their number is the n of the policies.
  public let people: [PersonID]
  public var answers: [Answer]
  /// Whether the round is over; nothing more is counted then.
  public var isDecided: Bool

  public init(step: String?, people: [PersonID], answers: [Answer] = [], isDecided: Bool = false) {
    self.step = step
    self.people = people
    self.answers = answers
    self.isDecided = isDecided
  }
}
