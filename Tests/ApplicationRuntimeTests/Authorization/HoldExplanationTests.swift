// What is told of limits while time stands still (SPEC 6, 7, 8).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct HoldExplanationTests {
  private func explain(_ id: DocumentID, _ bench: Bench) throws -> Explanation {
    try bench.engine.explain(id, as: Actor("sam"))
  }

  /// ann has a limit beside frank, who sends the document back.
  private static func beside(_ limit: String) -> String {
    """
      - parallel: both
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: ann }, \(limit) } ] }
          - branch: b
            elements:
              - { approval: two, steps: [ { step: s, assign: { user: frank } } ] }
    """
  }

  @Test("on hold, what is left of the time is told instead of the old due time")
  func onHold() throws {
    let bench = try Bench(Self.beside("limit: 2 days"))
    let id = try bench.underWay()
    #expect(try explain(id, bench).waiting.map(\.left) == [nil, nil])
    bench.clock.advance(by: .seconds(86_400))
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    bench.clock.advance(by: .seconds(5 * 86_400))
    // The limit was reached meanwhile and passed over; it comes all the same when time goes on.
    try bench.run()
    let explanation = try explain(id, bench)
    let held = try #require(explanation.waiting.first { $0.item.element.name == "one" })
    #expect(held.hold != nil && held.left == TimeLeft(.days(1)))
    #expect(explanation.timers.map(\.left) == [TimeLeft(.days(1))])
    #expect(explanation.timers.map(\.words) == ["one is due"])
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    let after = try explain(id, bench)
    #expect(after.timers.map(\.left) == [nil])
    #expect(after.timers.map(\.at) == [bench.clock.now().advanced(by: .days(1))])
  }

  @Test("on hold, what is left is working time where the limit counts that")
  func workingTime() throws {
    let bench = try Bench()
    try bench.engine.loadOrganization(
      Bench.organization + """

        calendars: { office: { default: true, week: { mon-fri: "09:00-17:00" } } }
        """, file: "organization.yaml", by: Bench.root)
    try bench.activate(Self.beside("limit: 3 days, remind: [4 hours before]"))
    // A Monday morning.
    let monday = try #require(Timestamp(iso8601: "2027-03-01T09:00:00Z"))
    bench.clock.advance(by: monday.duration(since: bench.clock.now()))
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(8 * 3_600))
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    // Over the weekend: two working days are left, of which no hour has passed.
    bench.clock.advance(by: .seconds(6 * 86_400))
    let explanation = try explain(id, bench)
    let held = try #require(explanation.waiting.first { $0.item.element.name == "one" })
    #expect(held.left == TimeLeft(.seconds(16 * 3_600), isWorkingTime: true))
    #expect(held.left?.words == "16 h of working time")
    #expect(
      explanation.timers.map(\.left) == [
        TimeLeft(.seconds(12 * 3_600), isWorkingTime: true),
        TimeLeft(.seconds(16 * 3_600), isWorkingTime: true),
      ])
    // What was told is what the engine does.
    let told = explanation.timers.map(\.at)
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(try explain(id, bench).timers.map(\.at) == told)
  }

  @Test("an item that came while the document was sent back has its whole time left")
  func cameDuring() throws {
    let bench = try Bench(
      """
        - parallel: both
          branches:
            - branch: a
              elements:
                - { task: one, assign: { user: ann } }
                - { task: late, assign: { user: bob }, limit: 2 days }
            - branch: b
              elements:
                - { approval: two, steps: [ { step: s, assign: { user: frank } } ] }
      """)
    let id = try bench.underWay()
    // ann answers just before frank, with a window that ends while the document is sent back.
    try bench.act(.complete, id, by: "ann", undo: .seconds(60))
    bench.clock.advance(by: .seconds(1))
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    bench.clock.advance(by: .days(3))
    try bench.run()
    let held = try #require(
      try explain(id, bench).waiting.first { $0.item.element.name == "late" })
    #expect(held.left == TimeLeft(.days(2)))
  }

  @Test("explain for lines on hold: what holds them, and what is left of their time")
  func lines() throws {
    let bench = try Bench()
    try bench.activate(
      "  - task: look\n    assign: { user: ann }\n    limit: 2 days", id: "each",
      head: "level: line")
    try bench.activate(
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { lines: lines, otherwise: each } ] }
            - branch: b
              elements:
                - { approval: two, steps: [ { step: s, assign: { user: frank } } ] }
      """)
    let id = try bench.underWay(lines: 2)
    bench.clock.advance(by: .days(1))
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    bench.clock.advance(by: .days(5))
    try bench.run()
    let whole = try bench.instance(of: id).id
    let explanation = try explain(id, bench)
    let lines = explanation.waiting.filter { $0.item.line != nil }
    #expect(lines.count == 2)
    #expect(
      lines.allSatisfy {
        $0.hold == "on hold: Sam Holt is asked to change it, the whole document (\(whole))"
          && $0.left == TimeLeft(.days(1))
      })
    #expect(
      explanation.timers.map(\.words) == ["look of line 1 is due", "look of line 2 is due"])
    #expect(explanation.timers.allSatisfy { $0.left == TimeLeft(.days(1)) })
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(
      try explain(id, bench).waiting.filter { $0.item.line != nil }.map(\.item.dueAt)
        == explanation.timers.map(\.at))
  }
}

extension Duration {
  fileprivate static func days(_ count: Int64) -> Duration { .seconds(count * 86_400) }
}
