// Reminders: before or after the due time, repeatedly if asked (SPEC 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ReminderTests {
  @Test("a reminder before the due time comes once, to those who have not answered")
  func before() throws {
    var machine = try Machine.limited(
      "bob, ann", policy: "all", "limit: 3 days\nremind: [1 day before]")
    let start = machine.now
    try machine.begin()
    #expect(machine.waiting(since: start) == ["reminder 2 days", "due 3 days"])
    try machine.answer(.approve, by: "bob")
    try machine.advance(by: .days(10))
    #expect(machine.details(.reminded) == ["ann"])
  }

  @Test("a repeated reminder before the due time comes until then")
  func repeatedBefore() throws {
    var machine = try Machine.limited("bob", "limit: 3 days\nremind: [every 1 day before]")
    try machine.begin()
    try machine.advance(by: .days(10))
    #expect(machine.details(.reminded).count == 2)
    #expect(machine.timers.isEmpty)
  }

  @Test("a repeated reminder after the due time comes for as long as somebody is asked")
  func repeatedAfter() throws {
    var machine = try Machine.limited("bob", "limit: 1 day\nremind: [every 2 hours after]")
    try machine.begin()
    try machine.advance(by: .days(1) + .hours(7))
    #expect(machine.details(.reminded).count == 3)
    try machine.answer(.approve, by: "bob")
    #expect(machine.timers.isEmpty && machine.status == .completed)
  }

  @Test("a reminder never interrupts: state, items and limits stay")
  func neverInterrupts() throws {
    var machine = try Machine.limited("bob", "limit: 3 days\nremind: [1 day before]")
    try machine.begin()
    let (state, items, document) = (machine.state, machine.items, machine.document)
    try machine.advance(by: .days(2))
    #expect(machine.details(.reminded) == ["bob"])
    #expect(machine.state == state && machine.items == items && machine.document == document)
  }

  @Test("reminders that were missed while nothing ran are not made up for")
  func downtime() throws {
    var machine = try Machine.limited("bob", "limit: 10 days\nremind: [every 1 day before]")
    let start = machine.now
    try machine.begin()
    machine.now = machine.now.advanced(by: .days(5) + .hours(1))
    try machine.run()
    #expect(machine.details(.reminded).count == 1)
    #expect(machine.waiting(since: start) == ["reminder 6 days", "due 10 days"])
  }

  @Test("who has an escalated item is not reminded of the limit that is over")
  func escalated() throws {
    var machine = try Machine.limited(
      "bob",
      "limit: 1 day\nremind: [every 2 hours after]\n"
        + "escalate: [ { assign: { user: ann }, limit: 1 day }, { finally: reject } ]")
    try machine.begin()
    try machine.advance(by: .days(1) + .hours(12))
    #expect(machine.details(.reminded).isEmpty)
    #expect(machine.asked == ["ann"])
  }
}
