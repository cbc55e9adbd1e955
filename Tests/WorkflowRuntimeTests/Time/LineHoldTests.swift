// The limits of lines stand still while the whole document is sent back (SPEC 6, 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct LineHoldTests {
  private func line() throws -> Machine {
    var machine = try Machine(
      "  - task: look\n    assign: { user: bob }\n    limit: 2 hours", head: "level: line")
    machine.line = 1
    machine.isDependent = true
    return machine
  }

  @Test("The limit of a line is on hold while the whole document is sent back, and moved after it")
  func ofLine() throws {
    var machine = try line()
    try machine.begin()
    let began = machine.now
    try machine.advance(by: .hours(1))
    machine.facts.holdOfWhole = DocumentHold(since: machine.now, until: nil)
    let held = machine.now
    try machine.advance(by: .hours(3))
    #expect(!machine.events.contains(.overdue))
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: machine.now)
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: held)))
    #expect(machine.timers.map(\.dueAt) == [began.advanced(by: .hours(5))])
    #expect(try machine.item(of: "bob").dueAt == began.advanced(by: .hours(5)))
    try machine.advance(by: .hours(1))
    #expect(machine.events.contains(.overdue))
  }

  @Test("A limit of a line that is late does not fire before the end of the hold reached the line")
  func late() throws {
    var machine = try line()
    try machine.begin()
    let held = machine.now
    // Nothing ran meanwhile: the whole document was sent back and goes on again.
    let end = machine.now.advanced(by: .hours(3))
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: end)
    try machine.advance(by: .hours(3))
    #expect(!machine.events.contains(.overdue))
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: held)))
    #expect(try machine.item(of: "bob").dueAt == held.advanced(by: .hours(5)))
  }

  @Test("A line that is returned while the whole document is: what overlaps counts once")
  func overlapping() throws {
    var machine = try Machine(
      HoldTests.elements.replacing("LIMIT", with: "8 hours"), head: "level: line")
    machine.line = 1
    machine.isDependent = true
    try machine.begin()
    let began = machine.now
    try machine.advance(by: .hours(1))
    machine.facts.holdOfWhole = DocumentHold(since: machine.now, until: nil)
    let held = machine.now
    // Its own return, given before, is from the second hour to the third.
    try machine.advance(by: .hours(1))
    try machine.answer(.reject, by: "ann")
    try machine.advance(by: .hours(1))
    try machine.resubmit(by: "sam")
    try machine.advance(by: .hours(1))
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: machine.now)
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: held)))
    // On hold from the first hour to the fourth.
    #expect(try machine.item(of: "bob").dueAt == began.advanced(by: .hours(11)))
  }

  @Test("A line that was returned before the whole document was: its time, too, does not count")
  func lineFirst() throws {
    var machine = try Machine(
      HoldTests.elements.replacing("LIMIT", with: "8 hours"), head: "level: line")
    machine.line = 1
    machine.isDependent = true
    try machine.begin()
    let began = machine.now
    try machine.advance(by: .hours(1))
    try machine.answer(.reject, by: "ann")
    // The whole document is with its originator from the third hour to the fourth.
    try machine.advance(by: .hours(2))
    machine.facts.holdOfWhole = DocumentHold(since: machine.now, until: nil)
    let held = machine.now
    try machine.advance(by: .hours(1))
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: machine.now)
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: held)))
    try machine.advance(by: .hours(1))
    try machine.resubmit(by: "sam")
    // On hold from the first hour to the fifth.
    #expect(try machine.item(of: "bob").dueAt == began.advanced(by: .hours(12)))
  }

  @Test("The open lines are told when the whole document goes on, and since when it did not")
  func released() throws {
    var machine = try LinesTests.machine(
      [1, 2],
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { lines: each, otherwise: small-line } ] }
            - { branch: b, elements: [ { task: check, assign: { user: ann } } ] }
      """)
    try machine.begin()
    try machine.advance(by: .hours(1))
    try machine.answer(.reject, by: "ann")
    let held = machine.now
    #expect(machine.state?.heldSince == held)
    try machine.advance(by: .hours(2))
    try machine.resubmit(by: "sam")
    #expect(machine.transitions.compactMap(\.releasedLines) == [held])
    #expect(machine.state?.heldUntil == machine.now && machine.state?.heldSince == nil)
  }

  @Test(
    "Double hold: a line that is returned twice under a held whole is on hold for all of it, once")
  func doubleHold() throws {
    var machine = try Machine(
      HoldTests.elements.replacing("LIMIT", with: "8 hours"), head: "level: line")
    machine.line = 1
    machine.isDependent = true
    try machine.begin()
    let began = machine.now
    // The whole document is with its originator from the first hour to the sixth.
    try machine.advance(by: .hours(1))
    let held = machine.now
    machine.facts.holdOfWhole = DocumentHold(since: held, until: nil)
    for _ in 0..<2 {
      try machine.advance(by: .hours(1))
      try machine.answer(.reject, by: "ann")
      try machine.advance(by: .hours(1))
      try machine.resubmit(by: "sam")
    }
    #expect(try machine.item(of: "bob").dueAt == began.advanced(by: .hours(12)))
    try machine.advance(by: .hours(1))
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: machine.now)
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: held)))
    #expect(try machine.item(of: "bob").dueAt == began.advanced(by: .hours(13)))
    #expect(machine.timers.map(\.dueAt) == [began.advanced(by: .hours(13))])
  }

  /// The whole document is sent back for so long, and goes on.
  private func hold(_ machine: inout Machine, for time: Duration) throws {
    let since = machine.now
    machine.facts.holdOfWhole = DocumentHold(since: since, until: nil)
    try machine.advance(by: time)
    machine.facts.holdOfWhole = DocumentHold(since: nil, until: machine.now)
    try machine.handle(.timerDue, Payload(timer: TimerPayload(.release, since: since)))
  }

  @Test("Reminders and escalation of lines move with the whole's hold")
  func remindersAndEscalation() throws {
    var machine = try Machine(
      """
        - task: look
          assign: { user: bob }
          limit: 2 hours
          remind: [1 hour before]
          escalate: [ { assign: { user: ann }, limit: 1 hour }, { finally: complete } ]
      """, head: "level: line")
    machine.line = 1
    machine.isDependent = true
    try machine.begin()
    let began = machine.now
    try machine.advance(by: .seconds(1_800))
    try hold(&machine, for: .hours(3))
    #expect(machine.events.filter { $0 == .reminded || $0 == .escalated }.isEmpty)
    #expect(
      machine.timers.map(\.dueAt) == [
        began.advanced(by: .hours(4)), began.advanced(by: .hours(5)),
      ])
    try machine.advance(by: began.advanced(by: .hours(5)).duration(since: machine.now))
    #expect(machine.events.filter { $0 == .reminded }.count == 1)
    #expect(machine.asked == ["ann"])
    let escalated = machine.now
    // The entry's limit stands still as well.
    try machine.advance(by: .seconds(1_800))
    try hold(&machine, for: .hours(2))
    #expect(machine.asked == ["ann"])
    #expect(try machine.item(of: "ann").dueAt == escalated.advanced(by: .hours(3)))
    try machine.advance(by: .seconds(1_799))
    #expect(machine.asked == ["ann"])
    try machine.advance(by: .seconds(1))
    #expect(machine.status == .completed)
  }
}
