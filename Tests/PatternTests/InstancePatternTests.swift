// Several of the same at the same time.

import Testing

@Suite struct InstancePatternTests {
  @Test("WCP-12 Multiple Instances without Synchronization")
  func withoutSynchronization() throws {
    let bench = try PatternBench("WCP-12 Multiple Instances without Synchronization")
    #expect(bench.asked == ["sue pay", "tom settle-it", "tom settle-it"])
    try bench.answer("pay", by: "sue")
    #expect(bench.status == .completed)
    #expect(bench.children == [.pending, .pending])
    for _ in 0..<2 { try bench.answer("settle-it", by: "tom") }
    #expect(bench.children == [.completed, .completed])
  }

  @Test("WCP-13 Multiple Instances with a Priori Design-Time Knowledge")
  func designTime() throws {
    let bench = try PatternBench("WCP-13 Multiple Instances with a Priori Design-Time Knowledge")
    #expect(bench.asked == ["ann board", "bob board", "sue board"])
    try bench.answer("board", by: "ann", .approve)
    try bench.answer("board", by: "sue", .approve)
    #expect(bench.asked == ["bob board"])
    try bench.answer("board", by: "bob", .approve)
    #expect(bench.asked == ["tom pay"])
  }

  @Test("WCP-14 Multiple Instances with a Priori Run-Time Knowledge")
  func runTime() throws {
    for count in 0...3 {
      let bench = try PatternBench(
        "WCP-14 Multiple Instances with a Priori Run-Time Knowledge", lines: count)
      #expect(bench.items(of: "check").count == count)
      for number in 0..<count {
        #expect(bench.asked.count == count - number)
        try bench.answer("check", by: "tom")
      }
      #expect(bench.asked == ["sue pay"])
    }
  }

  @Test("WCP-35 Canceling Partial Join for Multiple Instances")
  func partialJoin() throws {
    let bench = try PatternBench("WCP-35 Canceling Partial Join for Multiple Instances")
    try bench.answer("board", by: "tom", .approve)
    #expect(bench.asked == ["ann board", "bob board"])
    try bench.answer("board", by: "ann", .approve)
    #expect(bench.asked == ["sue pay"])
    #expect(bench.items(of: "board") == [.answered, .notNeeded, .answered])
  }

  @Test("WCP-26 Cancel Multiple Instance Task")
  func cancelInstances() throws {
    let bench = try PatternBench("WCP-26 Cancel Multiple Instance Task", lines: 3)
    try bench.answer("check", by: "tom")
    try bench.answer("do-without", by: "bob")
    #expect(bench.asked == ["sue pay"])
    #expect(bench.children == [.completed, .canceled, .canceled])
  }

  @Test("WCP-27 Complete Multiple Instance Task")
  func completeInstances() throws {
    let bench = try PatternBench("WCP-27 Complete Multiple Instance Task")
    try bench.answer("board", by: "ann", .approve)
    #expect(bench.asked == ["bob board", "sue board"])
    try bench.pass(.seconds(5 * 86_400))
    #expect(bench.asked == ["tom pay"])
    #expect(bench.items(of: "board").filter { $0 == .answered }.count == 1)
  }
}
