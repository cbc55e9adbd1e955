// One fault of a handler is known to every process that shares the store (SPEC 9).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SharedFaultTests {
  @Test("A process that has just begun holds the messages of a handler that failed in another")
  func shared() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let failing = try (0..<5).map { _ in try bench.submitted() }
    try bench.run()
    #expect(bench.probe.keys("post").count == 5)
    bench.restart()
    let later = try bench.submitted()
    try bench.run()
    let held = try #require(bench.pending(of: later).first { $0.type == .automatedExecution })
    #expect(held.attempts == 0)
    #expect(held.error?.hasPrefix("held:") == true)
    bench.probe.fail("post", nil)
    for _ in 0..<4 {
      bench.clock.advance(by: .seconds(600))
      try bench.run()
    }
    for id in failing + [later] { #expect(try bench.status(id) == .approved) }
    #expect(try bench.store.read { try $0.setting(SettingName.faults) } == nil)
  }

  @Test("The first results of requests with a key go with the handled messages of their time")
  func keys() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    try bench.act(.submit, id, by: "sam", key: "once")
    try bench.run()
    #expect(bench.store.tables.requests["once"] != nil)
    bench.clock.advance(by: .seconds(8 * 86_400))
    _ = try bench.underWay()
    #expect(bench.store.tables.requests["once"] == nil)
  }

  @Test("Somebody who is disabled cannot act as somebody else")
  func impersonator() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    #expect(throws: EngineError.self) {
      try bench.engine.perform(
        .init(.submit, .document(id)), by: Actor("sam", impersonatedBy: "kim"))
    }
    try bench.engine.perform(
      .init(.submit, .document(id)), by: Actor("sam", impersonatedBy: "nobody-here"))
  }
}
