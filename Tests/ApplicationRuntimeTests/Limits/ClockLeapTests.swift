// The wall clock leaps against the clock that nobody can set (SPEC 8).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ClockLeapTests {
  private static let limited = """
      - approval: manager
        steps:
          - step: manager
            assign: { user: frank }
            limit: 1 hour
            escalate: [ { finally: reject } ]
    """

  @Test("When the clock leaps by more than ten minutes, limits are held and the rest goes on")
  func held() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.leap(by: .seconds(86_400))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    let hold = try #require(try bench.engine.timerHold())
    #expect(hold.leap == .seconds(86_400))
    #expect(try bench.engine.queueOverview().timerHold == hold)
    #expect(hold.sentence.contains("1440 minutes ahead"))
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("Only an administrator releases held limits; those that are due fire then")
  func released() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.leap(by: .seconds(86_400))
    try bench.run()
    #expect(throws: EngineError.self) { try bench.engine.releaseTimers(by: Actor("sam")) }
    #expect(try bench.engine.releaseTimers(by: Bench.root) != nil)
    #expect(try bench.engine.releaseTimers(by: Bench.root) == nil)
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    let told = try bench.engine.records(in: TimerHold.collection, limit: 9, as: Bench.root)
    #expect(told.map(\.number) == [1, 2])
    #expect(told.last?.body.contains("root") == true)
  }

  @Test("A leap back holds limits as well, and every process knows it")
  func back() throws {
    let bench = try Bench(Self.limited)
    _ = try bench.underWay()
    bench.clock.leap(by: .seconds(-1_200))
    try bench.run()
    #expect(try bench.anotherEngine().timerHold()?.leap == .seconds(-1_200))
  }

  @Test("Time that goes by, small steps and a machine that starts anew are no leaps")
  func noLeap() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(1_800))
    try bench.run()
    for _ in 0..<3 {
      bench.clock.leap(by: .seconds(500))
      try bench.run()
    }
    bench.clock.restartMachine()
    bench.clock.leap(by: .seconds(86_400))
    try bench.run()
    #expect(try bench.engine.timerHold() == nil)
    #expect(try bench.status(id) == .rejected)
  }
}
