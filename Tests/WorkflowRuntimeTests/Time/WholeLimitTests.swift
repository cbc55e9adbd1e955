// The limit of an approval as a whole, and what being returned does to limits (SPEC 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct WholeLimitTests {
  static func machine(_ keys: String = "limit: 10 days\n    finally: reject") throws -> Machine {
    try Machine(
      """
        - approval: check
          \(keys)
          steps:
            - { step: one, assign: { user: bob } }
            - { step: two, assign: { user: ann } }
      """)
  }

  @Test("the limit of a whole approval runs over its steps and ends in its final action")
  func finally() throws {
    var machine = try Self.machine()
    let start = machine.now
    try machine.begin()
    try machine.advance(by: .days(9))
    try machine.answer(.approve, by: "bob")
    #expect(machine.waiting(since: start) == ["elementLimit 10 days"])
    #expect(machine.open.first?.dueAt == start.advanced(by: .days(10)))
    #expect(machine.state?.elements["check"]?.dueAt == start.advanced(by: .days(10)))
    try machine.advance(by: .days(1))
    #expect(machine.document?.status == .rejected)
    #expect(machine.asked == ["sam"])
    #expect(machine.statuses(of: "ann") == [.escalated])
    #expect(machine.open.first?.subject == "Returned by the system")
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.waiting(since: machine.now) == ["elementLimit 10 days"])
  }

  @Test("without a final action it is marked overdue, and people go on")
  func overdue() throws {
    var machine = try Self.machine("limit: 10 days")
    try machine.begin()
    try machine.advance(by: .days(10))
    #expect(machine.details(.overdue) == ["bob"])
    #expect(machine.asked == ["bob"])
    try machine.answer(.approve, by: "bob")
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed && machine.timers.isEmpty)
  }

  @Test("a final approval ends the approval as completed")
  func approve() throws {
    var machine = try Self.machine("limit: 10 days\n    finally: approve")
    try machine.begin()
    try machine.advance(by: .days(10))
    #expect(machine.status == .completed && machine.document?.status == .approved)
  }

  @Test("the reminders of a whole approval go to those who are asked then")
  func reminders() throws {
    var machine = try Self.machine("limit: 10 days\n    remind: [every 3 days before]")
    try machine.begin()
    try machine.advance(by: .days(2))
    try machine.answer(.approve, by: "bob")
    try machine.advance(by: .days(8))
    #expect(machine.details(.reminded) == ["bob", "ann", "ann"])
  }

  @Test("an approval that was given in time counts before the limit of the whole")
  func givenInTime() throws {
    var machine = try Self.machine()
    try machine.begin()
    try machine.answer(.approve, by: "bob")
    try machine.advance(by: .days(9))
    // Nothing runs for two days: the limit is older than what follows from the answer.
    try machine.give(.approve, to: try machine.item(of: "ann"), by: "ann")
    machine.now = machine.now.advanced(by: .days(2))
    try machine.run()
    #expect(machine.status == .completed && machine.document?.status == .approved)
  }

  @Test("limits of a branch that is on hold move by the time as returned")
  func onHold() throws {
    var machine = try Machine(
      """
        - parallel: both
          branches:
            - branch: a
              elements:
                - approval: slow
                  steps:
                    - step: only
                      assign: { user: bob }
                      limit: 4 days
                      remind: [1 day before]
                      escalate:
                        - { assign: { user: sue }, limit: 2 days }
                        - { finally: reject }
            - branch: b
              elements: [ { task: other, assign: { user: ann } } ]
      """)
    let start = machine.now
    try machine.begin()
    try machine.advance(by: .days(2))
    try machine.answer(.reject, by: "ann")
    // Both the reminder and the limit would be reached meanwhile.
    try machine.advance(by: .days(5))
    #expect(!machine.events.contains(.reminded) && !machine.events.contains(.escalated))
    try machine.resubmit(by: "sam")
    #expect(machine.waiting(since: start) == ["reminder 8 days", "due 9 days"])
    let item = machine.open.first { $0.assignee == "bob" }
    #expect(item?.dueAt == start.advanced(by: .days(9)))
    try machine.advance(by: .days(2))
    #expect(machine.details(.reminded) == ["bob"])
    #expect(machine.asked.contains("sue"))
    // An escalated item moves as well.
    try machine.advance(by: .days(1))
    try machine.answer(.reject, by: "ann")
    try machine.advance(by: .days(7))
    try machine.resubmit(by: "sam")
    #expect(machine.waiting(since: machine.now) == ["escalation 1 day"])
    #expect(machine.open.first { $0.assignee == "sue" }?.dueAt == machine.timers.first?.dueAt)
  }
}
