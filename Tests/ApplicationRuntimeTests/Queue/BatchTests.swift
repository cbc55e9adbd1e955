// Messages, their acknowledgments, batches and the order within an instance (SPEC 2).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct BatchTests {
  private static let elements = [
    Elements.receipts, Elements.both, Elements.post,
    """
      - decision: large
        when: amount > 100
        yes:
          - approval: top
            steps:
              - step: sue
                assign: { user: sue }
        no: []
    """,
  ].joined(separator: "\n")

  /// Runs a document through the whole workflow with batches of this size.
  private func runThrough(_ size: Int) throws -> (bench: Bench, id: DocumentID) {
    let bench = try Bench(Self.elements) { $0.events = [.workflowStarted, .elementEnded] }
    let id = try bench.submitted()
    func drive() throws { while try !bench.batch(size).isEmpty {} }
    try drive()
    try bench.act(.complete, id, by: "bob")
    try drive()
    try bench.act(.approve, id, by: "ann")
    try bench.act(.approve, id, by: "bob")
    try drive()
    try bench.act(.approve, id, by: "sue")
    try drive()
    return (bench, id)
  }

  @Test("every event has exactly one acknowledgment")
  func acknowledgments() throws {
    let (bench, id) = try runThrough(256)
    let messages = bench.messages(of: id)
    for event in messages where event.type.isEvent {
      let answers = messages.filter {
        $0.type == event.type.acknowledgment && $0.payload == event.payload
      }
      #expect(answers.count == 1, "\(event.type) of \(event.payload.element?.description ?? "")")
    }
    #expect(messages.allSatisfy { $0.state == .handled })
    #expect(messages.filter { $0.type == .elementStarted }.count == 5)
  }

  @Test("batches of any size give the same result", arguments: [1, 2, 3, 7])
  func sizes(_ size: Int) throws {
    let (whole, first) = try runThrough(256)
    let (single, second) = try runThrough(size)
    #expect(whole.messages(of: first).map(\.type) == single.messages(of: second).map(\.type))
    #expect(whole.events(of: first) == single.events(of: second))
    #expect(try whole.status(first) == single.status(second))
    #expect(try whole.instance(of: first).state == single.instance(of: second).state)
    #expect(whole.journal == single.journal)
  }

  @Test("a message posted and handled within one commit is written once, as handled")
  func oneCommit() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    let before = bench.store.commits
    try bench.batch()
    #expect(bench.store.commits == before + 1)
    #expect(bench.messages(of: id).count == 7)
    #expect(bench.pending(of: id).isEmpty)
  }

  @Test("nothing is half done: a batch that is not committed has done nothing")
  func crashAtAnyCommit() throws {
    for commit in 0..<12 {
      let bench = try Bench(Elements.manager + "\n" + Elements.post) {
        $0.events = [.workflowStarted, .elementStarted]
      }
      let id = try bench.submitted()
      bench.store.inject(
        .crash, at: commit.isMultiple(of: 2) ? .beforeCommit : .afterCommit, after: commit / 2)
      while !bench.store.hasCrashed {
        guard let handled = try? bench.batch(1), !handled.isEmpty else { break }
      }
      bench.restart()
      try bench.run()
      try bench.act(.approve, id, by: "frank")
      try bench.run()
      #expect(try bench.status(id) == .approved)
      #expect(
        bench.journal == ["workflowStarted", "elementStarted", "elementStarted", "post"])
    }
  }

  @Test("messages of one instance are handled in the order of due time and sequence")
  func order() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "bob")
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    let answers = bench.history(of: id).filter { $0.event == .approved }
    #expect(answers.map(\.actor?.person) == ["bob", "ann"])
    let handled = bench.messages(of: id)
    #expect(handled.map(\.sequence) == handled.map(\.sequence).sorted())
  }

  @Test("the batch stops at its time and goes on with the next")
  func time() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    bench.clock.setTick(.milliseconds(4))
    let outcome = try bench.engine.runner.runBatch(for: ["note"])
    #expect(outcome.handled.count < 7)
    #expect(!outcome.handled.isEmpty)
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("What the store refuses again and again counts as a try of one message; the others go on")
  func cannotBeSaved() throws {
    let bench = try Bench(Elements.manager)
    let first = try bench.submitted()
    let second = try bench.submitted()
    try bench.knowTheClock()
    // All together, the instance by itself, and its first message alone.
    for _ in 0..<3 { bench.store.inject(.error(.unexpected), at: .change) }
    try bench.batch()
    let blamed = try #require(bench.pending(of: first).first)
    #expect(blamed.type == .activation && blamed.attempts == 1)
    #expect(blamed.error?.contains("planned") == true && blamed.retryAt != nil)
    #expect(bench.events(of: first).contains(.fault))
    #expect(try bench.status(first) == .submitted && bench.status(second) == .inReview)
    bench.clock.advance(by: .seconds(60))
    try bench.run()
    #expect(try bench.status(first) == .inReview)
  }

  @Test("A store that is full or busy blames no message")
  func environment() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    bench.store.inject(.error(.diskFull), at: .change)
    #expect(throws: (any Error).self) { try bench.batch() }
    #expect(bench.pending(of: id).map(\.attempts) == [0])
    try bench.run()
    #expect(try bench.status(id) == .inReview)
  }
}

extension Bench {
  /// A batch of no messages: what the first one writes beside its work is written.
  fileprivate func knowTheClock() throws {
    _ = try engine.runner.runBatch(for: [])
  }
}
