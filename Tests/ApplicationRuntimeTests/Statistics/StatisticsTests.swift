// Durations, throughput and what is open (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct StatisticsTests {
  @Test("waiting is until somebody accepts, working from there to the answer")
  func durations() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(600))
    try bench.act(.accept, id, by: "ann")
    bench.clock.advance(by: .seconds(1_200))
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    bench.clock.advance(by: .seconds(60))
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    _ = try bench.underWay()
    let statistics = try bench.engine.statistics(as: Bench.root)
    let receipts = try #require(statistics.elements.first { $0.element?.name == "receipts" })
    #expect(receipts.answered == 1 && receipts.open == 1 && receipts.overdue == 0)
    #expect(receipts.waiting.longest == .seconds(600))
    #expect(receipts.working.longest == .seconds(1_200))
    let manager = try #require(statistics.steps.first { $0.step == "manager" })
    #expect(manager.waiting.longest == .seconds(60) && manager.working.count == 0)
    #expect(statistics.people.first { $0.person == "ann" }?.answered == 1)
    #expect(statistics.open == 1 && statistics.throughput.count == 1)
    #expect(statistics.throughput.longest == .seconds(1_860))
    #expect(statistics.periods.map(\.submitted) == [2])
    #expect(statistics.periods.map(\.completed) == [1])
  }

  @Test(
    "The wait before an escalation counts for the element, the step and the one who was overdue")
  func escalation() throws {
    let bench = try Bench(
      """
        - approval: manager
          steps:
            - step: manager
              assign: { user: frank }
              limit: 1 hour
              escalate:
                - { assign: { user: sue }, limit: 2 hours }
                - { finally: reject }
      """)
    func person(_ id: PersonID, _ statistics: Statistics) throws -> GroupStatistics {
      try #require(statistics.people.first { $0.person == id })
    }
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_000))
    #expect(try bench.engine.statistics(as: Bench.root).overdue == 0)
    bench.clock.advance(by: .seconds(601))
    #expect(try person("frank", bench.engine.statistics(as: Bench.root)).overdue == 1)
    try bench.run()
    bench.clock.advance(by: .seconds(600))
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    var statistics = try bench.engine.statistics(as: Bench.root)
    let element = try #require(statistics.elements.first)
    #expect(element.answered == 1 && element.waiting.longest == .seconds(4_201))
    #expect(try #require(statistics.steps.first).waiting.longest == .seconds(4_201))
    let frank = try person("frank", statistics)
    #expect(frank.answered == 0 && frank.late == 1 && frank.open == 0)
    #expect(frank.waiting.longest == .seconds(3_601))
    let sue = try person("sue", statistics)
    #expect(sue.answered == 1 && sue.late == 0 && sue.waiting.longest == .seconds(600))

    // Nobody answers: the system does, for frank.
    _ = try bench.underWay()
    for seconds in [3_600, 7_200] {
      bench.clock.advance(by: .seconds(seconds))
      try bench.run()
    }
    statistics = try bench.engine.statistics(as: Bench.root)
    let both = try #require(statistics.elements.first { $0.element?.name == "manager" })
    #expect(both.waiting.count == 2 && both.waiting.longest == .seconds(10_800))
    #expect(both.late == 1)
    #expect(try person("sue", statistics).late == 1)
    #expect(try person("frank", statistics).late == 2)
  }

  @Test("An answer counts for the person who gave it, also in the place of another one")
  func delegated() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(100))
    try bench.act(.delegate, id, by: "frank", addressee: "sue")
    bench.clock.advance(by: .seconds(50))
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    let statistics = try bench.engine.statistics(as: Bench.root)
    let people = Dictionary(
      uniqueKeysWithValues: statistics.people.compactMap { row in row.person.map { ($0, row) } })
    #expect(people["sue"]?.answered == 1 && people["sue"]?.waiting.longest == .seconds(50))
    #expect(people["frank"]?.answered == 0 && people["frank"]?.waiting.longest == .seconds(100))
    #expect(statistics.steps.map(\.waiting.longest) == [.seconds(150)])
  }

  @Test("only the time that was asked for is counted, and only administrators ask")
  func query() throws {
    let bench = try VerificationTests.lived()
    let later = bench.clock.now().advanced(by: .seconds(60))
    let none = try bench.engine.statistics(.init(since: later), as: Bench.root)
    #expect(none.periods.isEmpty && none.throughput.count == 0)
    #expect(none.elements.allSatisfy { $0.answered == 0 })
    let other = try bench.engine.statistics(.init(workflow: "other"), as: Bench.root)
    #expect(other.elements.isEmpty)
    let months = try bench.engine.statistics(.init(period: .month), as: Bench.root)
    #expect(months.periods.allSatisfy { $0.start.day == 1 })
    #expect(throws: EngineError.self) { try bench.engine.statistics(as: Actor("sam")) }
  }

  @Test("waiting times are spread over fixed bounds, and the slowest answers are named")
  func spread() throws {
    let bench = try Bench(Elements.manager)
    var ids: [DocumentID] = []
    for seconds in [30, 200, 5_000] {
      ids.append(try bench.underWay())
      bench.clock.advance(by: .seconds(seconds))
      try bench.act(.approve, ids[ids.count - 1], by: "frank")
      try bench.run()
    }
    let statistics = try bench.engine.statistics(as: Bench.root)
    let manager = try #require(statistics.steps.first { $0.step == "manager" })
    #expect(manager.waiting.spread == [1, 1, 0, 0, 1, 0, 0, 0, 0, 0])
    #expect(statistics.waiting.spread == manager.waiting.spread)
    #expect(manager.slowest.map(\.document) == ids.reversed())
    #expect(manager.slowest.map(\.took) == [.seconds(5_000), .seconds(200), .seconds(30)])
    #expect(manager.slowest.allSatisfy { $0.person == "frank" })
  }

  @Test("percentiles of a histogram are within 3.2 % of the exact ones")
  func histogram() {
    var state: UInt64 = 7
    var exact: [Int64] = []
    var histogram = DurationHistogram()
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int64(state >> 33) * Int64(state >> 60)
      exact.append(value)
      histogram.add(.microseconds(value))
    }
    exact.sort()
    for part in [0.01, 0.25, 0.5, 0.9, 0.99, 1] {
      let wanted = exact[max(0, Int((5_000 * part).rounded(.up)) - 1)]
      let found = histogram.percentile(part)?.wholeMicroseconds ?? -1
      #expect(abs(Double(found - wanted)) <= 0.032 * Double(wanted) + 1, "\(part)")
    }
    #expect(histogram.longest == .microseconds(exact.last ?? 0))
    #expect(DurationHistogram().percentile(0.5) == nil)
  }
}
