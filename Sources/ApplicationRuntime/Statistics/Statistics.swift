// How long things take, how much is done, and what is open (SPEC 11).

import Workflow
import WorkflowRuntime

/// Durations in short. Percentiles come from a histogram and are within 3.2 % of the exact ones;
/// the longest is exact.
public struct DurationSummary: Hashable, Sendable {
  public let count: Int
  public let median: Duration?
  /// Nine in ten take no longer.
  public let p90: Duration?
  public let longest: Duration?
  /// How many were shorter than each of the ``bounds`` and not than the one before, and at the end
  /// those that took longer than all.
  public let spread: [Int]

  /// A minute, five, a quarter of an hour, an hour, four; a day, three, a week, two.
  public static let bounds: [Duration] = [
    60, 300, 900, 3_600, 14_400, 86_400, 259_200, 604_800, 1_209_600,
  ].map { .seconds($0) }

  init(_ histogram: DurationHistogram) {
    count = histogram.count
    median = histogram.percentile(0.5)
    p90 = histogram.percentile(0.9)
    longest = histogram.count > 0 ? histogram.longest : nil
    spread = histogram.counts(below: Self.bounds)
  }
}

/// What is told of one element, one step or one person.
public struct GroupStatistics: Hashable, Sendable {
  /// Nil for a person's.
  public let workflow: WorkflowID?
  public let element: ElementPath?
  /// Nil for an element's.
  public let step: String?
  /// Nil for an element's or a step's.
  public let person: PersonID?
  /// Work items that were answered in the time looked at.
  public let answered: Int
  /// Work items that are open now, and those of them that are overdue.
  public let open: Int
  public let overdue: Int
  /// Work items that were answered, or taken over by an escalation, at or after their due time.
  public let late: Int
  /// From creation until somebody accepted it; until the answer where nobody has to accept.
  /// For an element or a step that begins with the first item, through every escalation,
  /// delegation and reassignment; for a person, with the item that was theirs.
  public let waiting: DurationSummary
  /// From acceptance until the answer.
  public let working: DurationSummary
  /// Those of the answered ones that took longest, the longest first.
  public let slowest: [SlowAnswer]
}

/// What happened in one day, week or month.
public struct PeriodStatistics: Hashable, Sendable {
  /// Its first day, in the organisation's time zone.
  public let start: Day
  public internal(set) var submitted = 0
  public internal(set) var completed = 0
  public internal(set) var canceled = 0

  package init(start: Day, submitted: Int = 0, completed: Int = 0, canceled: Int = 0) {
    self.start = start
    self.submitted = submitted
    self.completed = completed
    self.canceled = canceled
  }
}

/// The answer to a ``StatisticsQuery``.
public struct Statistics: Hashable, Sendable {
  /// By workflow and element, by workflow, element and step, and by person.
  public let elements: [GroupStatistics]
  public let steps: [GroupStatistics]
  public let people: [GroupStatistics]
  /// Of all work items that were answered in the time looked at.
  public let waiting: DurationSummary
  /// From the submission of an instance to its completion.
  public let throughput: DurationSummary
  public let periods: [PeriodStatistics]
  public let open: Int
  public let overdue: Int
  /// The calendar whose working time was counted; nil for time on the wall.
  public let calendar: String?
}

/// What the statistics are about.
public struct StatisticsQuery: Hashable, Sendable {
  public enum Period: String, Hashable, Sendable, CaseIterable { case day, week, month }

  /// What was answered, submitted and completed from here on, and before there.
  public var since: Timestamp
  public var until: Timestamp
  public var type: DocumentTypeID?
  public var workflow: WorkflowID?
  public var period: Period
  /// Whether only working time counts, where the organisation has a calendar for it.
  public var countsWorkingTime: Bool

  public init(
    since: Timestamp = .distantPast, until: Timestamp = .distantFuture,
    type: DocumentTypeID? = nil, workflow: WorkflowID? = nil, period: Period = .week,
    countsWorkingTime: Bool = false
  ) {
    self.since = since
    self.until = until
    self.type = type
    self.workflow = workflow
    self.period = period
    self.countsWorkingTime = countsWorkingTime
  }
}
