// Limits and reminders in the queue: when they fire, and when they are gone.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct LimitTests {
  private static let limited = """
      - approval: manager
        steps:
          - step: manager
            assign: { user: frank }
            limit: 1 hour
            remind: [10 minutes before]
            escalate:
              - { assign: { user: sue }, limit: 2 hours }
              - { finally: reject }
    """

  private func timers(_ bench: Bench, _ id: DocumentID) -> [Message] {
    bench.pending(of: id).filter { $0.type == .timerDue }
  }

  @Test("A limit is a message with a due time that waits in the queue")
  func waiting() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    let now = bench.clock.now()
    #expect(
      timers(bench, id).map { $0.dueAt.duration(since: now) } == [.seconds(3_600), .seconds(3_000)])
    #expect(timers(bench, id).allSatisfy { $0.state == .waiting })
    #expect(try bench.openItems(of: id).map(\.dueAt) == [now.advanced(by: .seconds(3_600))])
    #expect(
      try bench.store.read { try $0.nextRunnableTime(of: "note") }
        == now.advanced(by: .seconds(3_000)))
  }

  @Test("A limit is removed in the transaction that closes its item, without a trace")
  func removed() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    let sequences = timers(bench, id).map(\.sequence)
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(timers(bench, id).isEmpty)
    for sequence in sequences {
      #expect(try bench.store.read { try $0.message(sequence) } == nil)
    }
  }

  @Test("A limit that nobody keeps escalates, and the last entry answers")
  func escalation() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_600))
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
    #expect(try bench.openItems(of: id).map(\.onBehalfOf) == ["frank"])
    bench.clock.advance(by: .seconds(7_200))
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    #expect(timers(bench, id).isEmpty)
  }

  @Test("After downtime each entry of an escalation gets its full limit from now")
  func downtime() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(1_000_000))
    bench.restart()
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
    #expect(
      try bench.openItems(of: id).map(\.dueAt) == [bench.clock.now().advanced(by: .seconds(7_200))])
  }

  @Test("A limit that is reached inside the window of an answer does not fire")
  func window() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_598))
    try bench.run()
    try bench.act(.approve, id, by: "frank", undo: .seconds(5))
    bench.clock.advance(by: .seconds(3))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    #expect(!bench.events(of: id).contains(.escalated))
    bench.clock.advance(by: .seconds(3))
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("After an undo a limit that was reached inside the window fires at once")
  func undone() throws {
    let bench = try Bench(Self.limited)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_598))
    try bench.run()
    try bench.act(.approve, id, by: "frank", undo: .seconds(50))
    bench.clock.advance(by: .seconds(3))
    try bench.run()
    try bench.act(.undo, id, by: "frank")
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
  }

  @Test("Limits run on while an instance is stopped, and act on resume")
  func stopped() throws {
    let bench = try Bench(Self.limited) { $0.events = [.workItemsCreated] }
    bench.probe.fail("workItemsCreated")
    let id = try bench.underWay()
    for _ in 0..<4 {
      bench.clock.advance(by: .seconds(60))
      try bench.run()
    }
    #expect(try bench.instance(of: id).status == .stopped)
    bench.clock.advance(by: .seconds(7_200))
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
    bench.probe.fail("workItemsCreated", nil)
    try bench.engine.perform(.init(.resume, .document(id)), by: Bench.root)
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
  }
}
