// Limits: when they are set, moved, removed and reached (SPEC 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct LimitTests {
  @Test("each limit is a message with its due time, which its round and its items carry")
  func message() throws {
    var machine = try Machine.limited()
    let start = machine.now
    try machine.begin()
    #expect(machine.waiting(since: start) == ["due 3 days"])
    #expect(machine.open.first?.dueAt == start.advanced(by: .days(3)))
    #expect(
      machine.state?.elements["check"]?.rounds.last?.dueAt == start.advanced(by: .days(3)))
  }

  @Test("a limit is removed in the transition that decides its step")
  func removedWithStep() throws {
    var machine = try Machine(
      """
        - approval: check
          steps:
            - { step: one, assign: { user: bob }, limit: 3 days, remind: [1 day before] }
            - { step: two, assign: { user: ann } }
      """)
    try machine.begin()
    #expect(machine.timers.count == 2)
    machine.held = [.stepCompleted]
    try machine.answer(.approve, by: "bob")
    #expect(machine.timers.isEmpty)
    machine.held = []
    try machine.run()
    try machine.advance(by: .days(10))
    #expect(machine.asked == ["ann"])
    #expect(!machine.events.contains(.overdue))
  }

  @Test("a limit is removed when its element is canceled with the instance")
  func removedWithInstance() throws {
    for type in [MessageType.recall, .cancel] {
      var machine = try Machine.limited()
      try machine.begin()
      try machine.handle(type)
      #expect(machine.timers.isEmpty && machine.status == .canceled)
    }
  }

  @Test("a limit is removed when its element is skipped")
  func removedWithSkip() throws {
    var machine = try Machine.limited()
    try machine.begin()
    try machine.handle(.resume, Payload(element: ElementPath(parsing: "check"), skip: .completed))
    #expect(machine.timers.isEmpty && machine.status == .completed)
  }

  @Test("a restart sets limits anew; time as returned does not count")
  func restart() throws {
    var machine = try Machine.limited()
    try machine.begin()
    try machine.advance(by: .days(2))
    try machine.answer(.reject, by: "bob")
    #expect(machine.timers.isEmpty)
    try machine.advance(by: .days(30))
    let again = machine.now
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.waiting(since: again) == ["due 3 days"])
  }

  @Test("overdue without escalation: marked overdue once, and the item stays")
  func overdue() throws {
    var machine = try Machine.limited("bob, ann", policy: "all")
    try machine.begin()
    try machine.answer(.approve, by: "bob")
    try machine.advance(by: .days(3))
    #expect(machine.details(.overdue) == ["ann"])
    #expect(machine.asked == ["ann"])
    #expect(machine.state?.elements["check"]?.rounds.last?.isOverdue == true)
    try machine.advance(by: .days(30))
    #expect(machine.details(.overdue).count == 1)
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("a limit may end in the final action at once, as the answer of each who is overdue")
  func finallyAlone() throws {
    var machine = try Machine.limited(
      "bob, ann, sue", policy: "all", "limit: 1 day\nescalate: [ { finally: approve } ]")
    try machine.begin()
    try machine.answer(.approve, by: "ann")
    try machine.advance(by: .days(1))
    #expect(machine.status == .completed)
    let answers = machine.state?.elements["check"]?.rounds.last?.answers ?? []
    #expect(answers.map(\.onBehalfOf) == ["ann", "bob", "sue"])
    #expect(answers.map(\.isAutomatic) == [false, true, true])
    #expect(machine.details(.limitReached) == ["approve", "approve"])
  }

  @Test("a limit runs on while the instance is stopped, and acts on resume")
  func stopped() throws {
    var machine = try Machine(
      """
        - parallel: both
          branches:
            - branch: a
              elements: [ { task: slow, assign: { user: bob }, limit: 1 day } ]
            - branch: b
              elements: [ { task: other, assign: { user: ann } }, { automated: run, run: it } ]
      """)
    try machine.begin()
    machine.failing = [.automatedExecution]
    #expect(throws: Failure.self) { try machine.answer(.complete, by: "ann") }
    try machine.advance(by: .days(2))
    #expect(!machine.events.contains(.overdue))
    machine.failing = []
    try machine.handle(.resume)
    #expect(machine.details(.overdue) == ["bob"])
  }

  @Test("a limit of a pass that is over changes nothing")
  func stale() throws {
    var machine = try Machine.limited()
    try machine.begin()
    try machine.answer(.reject, by: "bob")
    try machine.answer(.resubmit, by: "sam")
    let before = machine.state
    try machine.handle(
      .timerDue,
      Payload(
        element: ElementPath(parsing: "check"), pass: 1, step: "only", timer: TimerPayload(.due)))
    #expect(machine.state == before)
    #expect(machine.history.last?.detail?.contains("nothing waits") == true)
  }

  @Test("due: friday of week 3 is the next such day, the following month when it is past")
  func dayForms() throws {
    // The machine begins on Monday, 2 March 2026.
    for (text, due) in [
      ("friday", "2026-03-06T23:59:59Z"), ("friday of week 3", "2026-03-20T23:59:59Z"),
      ("sunday of week 1", "2026-04-05T23:59:59Z"),
      ("friday of week 3 of february", "2027-02-19T23:59:59Z"),
    ] {
      var machine = try Machine.limited("bob", "due: \(text)")
      if text == "sunday of week 1" { machine.now = machine.now.advanced(by: .days(1)) }
      try machine.begin()
      #expect(machine.open.first?.dueAt?.iso8601 == due, "\(text)")
    }
  }

  @Test("hours and days can follow a working calendar")
  func workingCalendar() throws {
    var machine = try Machine.limited("bob", "limit: 10 hours\ncalendar: office")
    let hours = try #require(WorkingHours(start: 9 * 60, end: 17 * 60))
    machine.facts.workingCalendars = WorkingCalendars(
      zone: .utc,
      calendars: [
        WorkingCalendar(
          name: "office", week: [.monday: [hours], .wednesday: [hours]])
      ])
    try machine.begin()
    // Eight hours on Monday, none on Tuesday, two on Wednesday.
    #expect(machine.open.first?.dueAt?.iso8601 == "2026-03-04T11:00:00Z")
  }

  @Test("a task that is offered to several has one limit and one answer of the system")
  func task() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { users: [bob, ann] }
          limit: 1 day
          escalate: [ { finally: complete } ]
      """)
    try machine.begin()
    try machine.advance(by: .days(1))
    #expect(machine.status == .completed)
    #expect(machine.items.map(\.status) == [.escalated])
    #expect(machine.state?.elements["check"]?.rounds.last?.answers.count == 1)
  }
}
