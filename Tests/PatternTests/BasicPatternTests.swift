// Sequences, splits and merges.

import Testing

@Suite struct BasicPatternTests {
  @Test("WCP-1 Sequence")
  func sequence() throws {
    let bench = try PatternBench("WCP-1 Sequence")
    #expect(bench.asked == ["ann open-letter"])
    try bench.answer("open-letter", by: "ann")
    #expect(bench.asked == ["bob file-letter"])
    try bench.answer("file-letter", by: "bob")
    #expect(bench.status == .completed)
  }

  @Test("WCP-2 Parallel Split")
  func split() throws {
    let bench = try PatternBench("WCP-2 Parallel Split")
    #expect(bench.asked == ["ann check-budget", "bob check-tax"])
    try bench.answer("check-tax", by: "bob")
    #expect(bench.asked == ["ann check-budget"])
    try bench.answer("check-budget", by: "ann")
    #expect(bench.status == .completed)
  }

  @Test("WCP-3 Synchronization")
  func synchronization() throws {
    let bench = try PatternBench("WCP-3 Synchronization")
    try bench.answer("check-budget", by: "ann")
    #expect(bench.asked == ["bob check-tax"])
    try bench.answer("check-tax", by: "bob")
    #expect(bench.asked == ["sue pay"])
  }

  @Test("WCP-4 Exclusive Choice")
  func exclusiveChoice() throws {
    let name = "WCP-4 Exclusive Choice"
    #expect(try PatternBench(name, amount: 2_000).asked == ["ann look-closely"])
    #expect(try PatternBench(name, amount: 1_000).asked == ["bob glance"])
  }

  @Test("WCP-5 Simple Merge")
  func simpleMerge() throws {
    for (amount, person, element) in [(2_000, "ann", "look-closely"), (10, "bob", "glance")] {
      let bench = try PatternBench("WCP-5 Simple Merge", amount: Int64(amount))
      try bench.answer(element, by: .init(person))
      #expect(bench.asked == ["sue pay"])
      try bench.answer("pay", by: "sue")
      #expect(bench.status == .completed)
      #expect(bench.items(of: "pay").count == 1)
    }
  }

  @Test("WCP-6 Multi-Choice")
  func multiChoice() throws {
    let name = "WCP-6 Multi-Choice"
    let both = ["ann review-size", "bob review-country"]
    #expect(try PatternBench(name, amount: 2_000, country: "SE").asked == both)
    #expect(try PatternBench(name, amount: 2_000).asked == ["ann review-size"])
    #expect(try PatternBench(name, country: "SE").asked == ["bob review-country"])
    #expect(try PatternBench(name).status == .completed)
  }

  @Test("WCP-7 Structured Synchronizing Merge")
  func synchronizingMerge() throws {
    let name = "WCP-7 Structured Synchronizing Merge"
    let both = try PatternBench(name, amount: 2_000, country: "SE")
    try both.answer("review-size", by: "ann")
    #expect(both.asked == ["bob review-country"])
    try both.answer("review-country", by: "bob")
    #expect(both.asked == ["sue pay"])
    let one = try PatternBench(name, country: "SE")
    try one.answer("review-country", by: "bob")
    #expect(one.asked == ["sue pay"])
    #expect(try PatternBench(name).asked == ["sue pay"])
  }

  @Test("WCP-11 Implicit Termination")
  func implicitTermination() throws {
    let bench = try PatternBench("WCP-11 Implicit Termination")
    try bench.answer("archive", by: "bob")
    #expect(bench.status == .pending)
    try bench.answer("send-letter", by: "ann")
    #expect(bench.status == .completed)
    #expect(bench.documentStatus == .approved)
  }

  @Test("WCP-21 Structured Loop")
  func loop() throws {
    let name = "WCP-21 Structured Loop"
    #expect(try PatternBench(name, amount: 500).asked == ["sue pay"])
    let ending = try PatternBench(name, amount: 3_000)
    try ending.answer("ask-for-less", by: "ann", .choose, choice: "accept")
    #expect(ending.asked == ["ann ask-for-less"])
    try ending.answer("ask-for-less", by: "ann", .choose, choice: "less")
    try ending.resubmit(amount: 900)
    try ending.answer("ask-for-less", by: "ann", .choose, choice: "accept")
    #expect(ending.asked == ["sue pay"])
    let stubborn = try PatternBench(name, amount: 3_000)
    for _ in 0..<3 { try stubborn.answer("ask-for-less", by: "ann", .choose, choice: "accept") }
    #expect(stubborn.asked == ["sue pay"])
  }

  @Test("WCP-23 Transient Trigger")
  func transientTrigger() throws {
    let bench = try PatternBench("WCP-23 Transient Trigger")
    // One that comes before its time is lost.
    #expect(throws: (any Error).self) { try bench.act(.complete, by: "tom") }
    try bench.answer("prepare", by: "ann")
    #expect(bench.asked == ["tom wait-for-bank"])
    try bench.act(.complete, by: "tom")
    #expect(bench.asked == ["sue pay"])
  }
}
