// Time as returned does not count, and what is on hold (SPEC 6, 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct HoldTests {
  private static let elements = """
      - parallel: both
        branches:
          - { branch: a, elements: [ { task: look, assign: { user: bob }, limit: LIMIT } ] }
          - { branch: b, elements: [ { task: check, assign: { user: ann } } ] }
    """

  private static let office = """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [root]
      users: [ { id: sam, name: Sam }, { id: bob, name: Bob }, { id: ann, name: Ann }, { id: root, name: Root } ]
      calendars: { office: { default: true, week: { mon-fri: "09:00-17:00" } } }
    """

  private func machine(limit: String) throws -> Machine {
    var machine = try Machine(Self.elements.replacing("LIMIT", with: limit))
    machine.facts.workingCalendars =
      Organization.parse(Self.office, file: "o.yaml").organization?.workingCalendars
    machine.now = try #require(Timestamp(iso8601: "2026-03-02T09:00:00Z"))
    return machine
  }

  @Test(
    "A limit that was on hold has as much left as before: working time where it counts that",
    arguments: [
      // Monday 9:00 to Wednesday 17:00 on hold: eight hours are left on Thursday morning.
      ("8 hours", "2026-03-05T17:00:00Z"),
      // Twelve hours end on Tuesday at 13:00; on hold from the beginning, on Friday at 13:00.
      ("12 hours", "2026-03-06T13:00:00Z"),
      // Minutes are real ones.
      ("90 minutes", "2026-03-04T18:30:00Z"),
    ])
  func remaining(_ limit: String, _ due: String) throws {
    var machine = try machine(limit: limit)
    try machine.begin()
    try machine.answer(.reject, by: "ann")
    try machine.advance(by: .hours(56))
    #expect(machine.details(.overdue).isEmpty)
    try machine.resubmit(by: "sam")
    let expected = try #require(Timestamp(iso8601: due))
    #expect(try machine.item(of: "bob").dueAt == expected)
    #expect(machine.timers.map(\.dueAt) == [expected])
    try machine.advance(by: expected.duration(since: machine.now))
    #expect(machine.events.contains(.overdue))
  }

  @Test("Time as returned outside the working hours takes nothing off the limit")
  func outsideHours() throws {
    var machine = try machine(limit: "12 hours")
    try machine.begin()
    let due = try machine.item(of: "bob").dueAt
    try machine.advance(by: .hours(9))
    try machine.answer(.reject, by: "ann")
    try machine.advance(by: .hours(12))
    try machine.resubmit(by: "sam")
    #expect(try machine.item(of: "bob").dueAt == due)
  }

  // MARK: Lines

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
      Self.elements.replacing("LIMIT", with: "8 hours"), head: "level: line")
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
      Self.elements.replacing("LIMIT", with: "8 hours"), head: "level: line")
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
}
