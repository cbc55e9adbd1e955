// Time as returned does not count, and what is on hold (SPEC 6, 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct HoldTests {
  static let elements = """
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
}
