// Counting, instance by instance, what the statistics tell.

import Workflow
import WorkflowRuntime

/// Takes instances with their work items one after the other. What it keeps grows with the number
/// of elements and people, not with that of instances.
struct StatisticsCounting {
  /// What work items are grouped by.
  private enum Group: Hashable {
    case element(WorkflowID, ElementPath)
    case step(WorkflowID, ElementPath, String)
    case person(PersonID)
  }

  fileprivate struct Counts {
    var waiting = DurationHistogram()
    var working = DurationHistogram()
    var answered = 0
    var open = 0
    var overdue = 0
    var slowest = SlowestAnswers()
  }

  private let query: StatisticsQuery
  private let now: Timestamp
  private let zone: LocalZone
  private let calendar: WorkingCalendar?
  private var groups: [Group: Counts] = [:]
  private var waiting = DurationHistogram()
  private var throughput = DurationHistogram()
  private var periods: [Day: PeriodStatistics] = [:]
  private var open = 0
  private var overdue = 0

  init(_ query: StatisticsQuery, organization: Organization, at now: Timestamp) {
    self.query = query
    self.now = now
    zone = organization.zone
    calendar =
      query.countsWorkingTime ? organization.workingCalendars.calendar(.usual) : nil
  }

  private func isAskedFor(_ time: Timestamp) -> Bool {
    time >= query.since && time < query.until
  }

  /// How much time passed, of the kind that was asked for.
  private func time(from start: Timestamp, to end: Timestamp) -> Duration {
    calendar?.workingTime(from: start, to: end) ?? max(.zero, end.duration(since: start))
  }

  mutating func take(_ instance: StoredInstance) {
    if isAskedFor(instance.createdAt) { count(instance.createdAt) { $0.submitted += 1 } }
    guard let endedAt = instance.endedAt, isAskedFor(endedAt) else { return }
    switch instance.status {
    case .completed:
      count(endedAt) { $0.completed += 1 }
      throughput.add(time(from: instance.createdAt, to: endedAt))
    case .canceled: count(endedAt) { $0.canceled += 1 }
    default: break
    }
  }

  private mutating func count(_ time: Timestamp, _ change: (inout PeriodStatistics) -> Void) {
    let start = start(ofPeriodWith: zone.day(of: time))
    var period = periods[start] ?? PeriodStatistics(start: start)
    change(&period)
    periods[start] = period
  }

  private func start(ofPeriodWith day: Day) -> Day {
    switch query.period {
    case .day: day
    case .week: day.adding(days: -((day.weekday.rawValue - Weekday.monday.rawValue + 7) % 7))
    case .month: day.adding(days: 1 - day.day)
    }
  }

  /// - Parameter acceptedAt: when the one who answered it had accepted it.
  mutating func take(_ item: WorkItem, of workflow: WorkflowID, acceptedAt: Timestamp?) {
    let isOverdue = item.status.isOpen && item.dueAt.map { $0 < now } ?? false
    var people = item.status.isOpen ? item.visibleTo : []
    if let answer = item.answer { people = [answer.onBehalfOf] }
    var keys = people.map { Group.person($0) } + [.element(workflow, item.element)]
    if let step = item.step { keys.append(.step(workflow, item.element, step)) }
    if item.status.isOpen {
      open += 1
      if isOverdue { overdue += 1 }
    }
    if let answer = item.answer, !item.status.isOpen, isAskedFor(answer.givenAt) {
      waiting.add(time(from: item.createdAt, to: acceptedAt ?? answer.givenAt))
    }
    for key in keys {
      if item.status.isOpen {
        groups[key, default: Counts()].open += 1
        if isOverdue { groups[key, default: Counts()].overdue += 1 }
      } else if let answer = item.answer, isAskedFor(answer.givenAt) {
        add(answer.givenAt, of: item, acceptedAt: acceptedAt, to: key)
      }
    }
  }

  private mutating func add(
    _ answeredAt: Timestamp, of item: WorkItem, acceptedAt: Timestamp?, to key: Group
  ) {
    var counts = groups[key] ?? Counts()
    counts.answered += 1
    counts.waiting.add(time(from: item.createdAt, to: acceptedAt ?? answeredAt))
    if let acceptedAt { counts.working.add(time(from: acceptedAt, to: answeredAt)) }
    counts.slowest.take(item, took: time(from: item.createdAt, to: answeredAt))
    groups[key] = counts
  }

  func finished() -> Statistics {
    var elements: [GroupStatistics] = []
    var steps: [GroupStatistics] = []
    var people: [GroupStatistics] = []
    for (key, counts) in groups {
      switch key {
      case .element(let workflow, let element): elements.append(.init(counts, workflow, element))
      case .step(let workflow, let element, let step):
        steps.append(.init(counts, workflow, element, step))
      case .person(let person): people.append(.init(counts, person: person))
      }
    }
    return Statistics(
      elements: elements.sorted { $0.order < $1.order },
      steps: steps.sorted { $0.order < $1.order }, people: people.sorted { $0.order < $1.order },
      waiting: DurationSummary(waiting), throughput: DurationSummary(throughput),
      periods: periods.values.sorted { $0.start < $1.start },
      open: open, overdue: overdue, calendar: calendar?.name)
  }
}

extension GroupStatistics {
  fileprivate init(
    _ counts: StatisticsCounting.Counts, _ workflow: WorkflowID? = nil,
    _ element: ElementPath? = nil, _ step: String? = nil, person: PersonID? = nil
  ) {
    self.init(
      workflow: workflow, element: element, step: step, person: person,
      answered: counts.answered, open: counts.open, overdue: counts.overdue,
      waiting: DurationSummary(counts.waiting), working: DurationSummary(counts.working),
      slowest: counts.slowest.answers)
  }

  fileprivate var order: String {
    [workflow?.rawValue, element?.description, step, person?.rawValue].compactMap { $0 }
      .joined(separator: "\u{1}")
  }
}
