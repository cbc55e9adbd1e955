// Races, withdrawals and ends.

import ApplicationRuntime
import Testing

@Suite struct CancelingPatternTests {
  @Test("WCP-16 Deferred Choice")
  func deferredChoice() throws {
    let name = "WCP-16 Deferred Choice"
    let reply = try PatternBench(name)
    #expect(reply.asked == ["ann take-reply", "bob take-objection"])
    try reply.answer("take-reply", by: "ann")
    try reply.answer("file-reply", by: "ann")
    #expect(reply.asked == ["sue pay"])
    #expect(reply.items(of: "take-objection") == [.canceled])
    let objection = try PatternBench(name)
    try objection.answer("take-objection", by: "bob")
    #expect(objection.asked == ["sue pay"])
    #expect(objection.items(of: "take-reply") == [.canceled])
  }

  @Test("WCP-19 Cancel Task")
  func cancelTask() throws {
    let bench = try PatternBench("WCP-19 Cancel Task")
    try bench.answer("do-without", by: "bob")
    #expect(bench.items(of: "write-opinion") == [.canceled])
    #expect(bench.asked == ["sue pay"])
  }

  @Test("WCP-20 Cancel Case")
  func cancelCase() throws {
    for (action, person) in [(Action.recall, "sam"), (.cancel, "root")] {
      let bench = try PatternBench("WCP-20 Cancel Case")
      try bench.answer("check-tax", by: "bob")
      try bench.act(action, by: .init(person))
      #expect(bench.status == .canceled)
      #expect(bench.asked.isEmpty)
      #expect(bench.documentStatus == .draft)
    }
  }

  @Test("WCP-25 Cancel Region")
  func cancelRegion() throws {
    let bench = try PatternBench("WCP-25 Cancel Region")
    #expect(bench.asked == ["ann first-opinion", "bob do-without", "tom second-opinion"])
    try bench.answer("first-opinion", by: "ann")
    try bench.answer("do-without", by: "bob")
    #expect(bench.asked == ["sue pay"])
    #expect(bench.items(of: "second-opinion") == [.canceled])
    #expect(bench.items(of: "compare").isEmpty)
  }

  @Test("WCP-29 Canceling Discriminator")
  func discriminator() throws {
    let bench = try PatternBench("WCP-29 Canceling Discriminator")
    try bench.answer("offer-b", by: "bob")
    #expect(bench.asked == ["sue pay"])
    #expect(bench.items(of: "offer-a") + bench.items(of: "offer-c") == [.canceled, .canceled])
  }

  @Test("WCP-32 Canceling Partial Join")
  func partialJoin() throws {
    let bench = try PatternBench("WCP-32 Canceling Partial Join")
    try bench.answer("offer-c", by: "tom")
    #expect(bench.asked == ["ann offer-a", "bob offer-b"])
    try bench.answer("offer-a", by: "ann")
    #expect(bench.asked == ["sue pay"])
    #expect(bench.items(of: "offer-b") == [.canceled])
  }

  @Test("WCP-43 Explicit Termination")
  func explicitTermination() throws {
    let bench = try PatternBench("WCP-43 Explicit Termination")
    try bench.answer("review", by: "ann")
    #expect(bench.asked == ["bob pay", "sue settle-at-once"])
    try bench.answer("settle-at-once", by: "sue")
    #expect(bench.status == .completed)
    #expect(bench.items(of: "pay") == [.canceled])
  }
}
