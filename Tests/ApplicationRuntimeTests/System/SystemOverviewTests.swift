// The counters of the system page, against an engine at work.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite("System overview") struct SystemOverviewTests {
  private static let elements = [Elements.receipts, Elements.both, Elements.post]
    .joined(separator: "\n")

  /// Submits, answers, recalls and runs a portion, in an order that a seed decides.
  private func atWork(_ seed: UInt64) throws -> Bench {
    let bench = try Bench(Self.elements) { $0.events = [.workflowStarted, .elementEnded] }
    var state = seed
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var documents: [DocumentID] = []
    for _ in 0..<60 {
      switch pick(6) {
      case 0, 1: documents.append(try bench.submitted(Int64(100 + pick(900))))
      case 2 where !documents.isEmpty:
        _ = try? bench.act(.recall, documents[pick(documents.count)], by: "sam")
      case 3 where !documents.isEmpty:
        let document = documents[pick(documents.count)]
        _ = try? bench.act(.complete, document, by: "bob")
        _ = try? bench.act(.approve, document, by: pick(2) == 0 ? "ann" : "bob")
      default: try bench.batch(1 + pick(20))
      }
    }
    return bench
  }

  @Test(
    "handled is requests and events, and posted without handled is the depth",
    arguments: 1...12 as ClosedRange<UInt64>)
  func reconciles(_ seed: UInt64) throws {
    let bench = try atWork(seed)
    func check() throws {
      let overview = try bench.engine.systemOverview(as: Actor("sam"), ways: 8)
      let tallies = overview.tallies
      #expect(tallies.handled == tallies.requests + tallies.events)
      #expect(tallies.handled == overview.counts.handled)
      #expect(tallies[.discarded] == overview.counts.discarded)
      #expect(
        tallies.posted - tallies.handled - tallies[.discarded] - tallies[.withdrawn]
          == overview.counts.depth)
      #expect(tallies.depth == bench.store.tables.pending.count)
      // Every event that was handled was acknowledged.
      #expect(tallies[.posted(.handlers)] == tallies.events)
      #expect(tallies[.restored] <= tallies[.saved])
      #expect(overview.ways.count <= 8)
    }
    try check()
    try bench.run()
    try check()
  }

  @Test("a step's way says what it posted")
  func way() throws {
    let bench = try Bench(Self.elements) { $0.events = [.workflowStarted] }
    _ = try bench.submitted()
    _ = try bench.engine.step(by: Bench.root)
    bench.clock.advance(by: .seconds(1))
    let step = try #require(try bench.engine.step(by: Bench.root).message)
    #expect(step.type == .workflowStarted)
    let way = try #require(
      try bench.engine.systemOverview(as: Bench.root, ways: 1).ways.first)
    #expect(way.message.sequence == step.sequence)
    #expect(way.posts.map(\.type) == [.acknowledgeWorkflowStarted])
    #expect(way.posts.first?.sequence == step.sequence + 1)
  }

  @Test("everybody may look at the system; the ways carry no words")
  func everybody() throws {
    let bench = try atWork(3)
    let ways = try bench.engine.systemOverview(as: Actor("sue"), ways: 30).ways
    #expect(!ways.isEmpty)
    #expect(ways.allSatisfy { $0.message.payload.answer == nil && $0.message.error == nil })
  }
}
