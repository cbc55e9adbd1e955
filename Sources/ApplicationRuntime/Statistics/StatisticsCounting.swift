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
    var late = 0
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

  /// - Parameters:
  ///   - since: when the element began to wait for it; earlier than its own beginning where
  ///     somebody else had it before.
  ///   - acceptedAt: when the one who answered it had accepted it.
  mutating func take(
    _ item: WorkItem, of workflow: WorkflowID, since: Timestamp, acceptedAt: Timestamp?
  ) {
    if item.status.isOpen {
      takeOpen(item, workflow)
    } else if let answer = item.answer {
      guard isAskedFor(answer.givenAt) else { return }
      for place in places(of: item, workflow) {
        add(answer.givenAt, of: item, since: since, acceptedAt: acceptedAt, to: place)
      }
      waiting.add(time(from: since, to: acceptedAt ?? answer.givenAt))
      // Who answered, also for somebody else; it was with them since it was theirs.
      add(
        answer.givenAt, of: item, since: item.createdAt, acceptedAt: acceptedAt,
        to: .person(answer.actor.person))
    } else if item.status.isHandedOver, let closedAt = item.closedAt, isAskedFor(closedAt) {
      // It waited with them all the same.
      for person in item.holders {
        groups[.person(person), default: Counts()].waiting.add(
          time(from: item.createdAt, to: closedAt))
        if item.isLate(at: closedAt) { groups[.person(person), default: Counts()].late += 1 }
      }
    }
  }

  private mutating func takeOpen(_ item: WorkItem, _ workflow: WorkflowID) {
    let isOverdue = item.dueAt.map { $0 < now } ?? false
    open += 1
    if isOverdue { overdue += 1 }
    for key in places(of: item, workflow) + item.visibleTo.map({ .person($0) }) {
      groups[key, default: Counts()].open += 1
      if isOverdue { groups[key, default: Counts()].overdue += 1 }
    }
  }

  /// The final action of an escalation: the answer of nobody, but the end of the element's wait.
  mutating func takeSystemAnswer(in item: WorkItem, of workflow: WorkflowID, since: Timestamp) {
    guard let closedAt = item.closedAt, isAskedFor(closedAt) else { return }
    waiting.add(time(from: since, to: closedAt))
    for place in places(of: item, workflow) {
      add(closedAt, of: item, since: since, acceptedAt: nil, to: place)
    }
  }

  private func places(of item: WorkItem, _ workflow: WorkflowID) -> [Group] {
    let element = Group.element(workflow, item.element)
    return item.step.map { [element, .step(workflow, item.element, $0)] } ?? [element]
  }

  private mutating func add(
    _ answeredAt: Timestamp, of item: WorkItem, since: Timestamp, acceptedAt: Timestamp?,
    to key: Group
  ) {
    var counts = groups[key] ?? Counts()
    counts.answered += 1
    counts.waiting.add(time(from: since, to: acceptedAt ?? answeredAt))
    if let acceptedAt { counts.working.add(time(from: acceptedAt, to: answeredAt)) }
    counts.slowest.take(item, took: time(from: since, to: answeredAt))
    if item.isLate(at: answeredAt) { counts.late += 1 }
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
      late: counts.late,
      waiting: DurationSummary(counts.waiting), working: DurationSummary(counts.working),
      slowest: counts.slowest.answers)
  }

  fileprivate var order: String {
    [workflow?.rawValue, element?.description, step, person?.rawValue].compactMap { $0 }
      .joined(separator: "\u{1}")
  }
}

extension WorkItem {
  /// Whether it was not answered when it was due.
  fileprivate func isLate(at end: Timestamp) -> Bool { dueAt.map { $0 <= end } ?? false }

  /// With whom it lay while it was open.
  fileprivate var holders: [PersonID] { assignee.map { [$0] } ?? candidates }
}
