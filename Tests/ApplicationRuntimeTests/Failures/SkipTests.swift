// What skip passes when a handler cannot be mended (SPEC 9).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SkipTests {
  @Test("a handler of an element's end is passed once, and is not called again")
  func elementEnded() throws {
    let bench = try Bench(Elements.post + "\n" + Elements.manager) { $0.events = [.elementEnded] }
    bench.probe.fail("elementEnded")
    let id = try bench.stopped()
    let calls = bench.probe.keys("elementEnded").count
    try bench.act(.skip, id, by: "root", outcome: .completed)
    try bench.run()
    #expect(try bench.instance(of: id).status == .pending)
    #expect(try bench.asked(id) == ["frank"])
    #expect(bench.probe.keys("elementEnded").count == calls)
    let told = bench.history(of: id).filter { $0.event == .elementEnded }
    #expect(told.count == 1)
  }

  @Test("with another outcome the element's end is acted on as given")
  func outcome() throws {
    let bench = try Bench(Elements.post) { $0.events = [.elementEnded] }
    bench.probe.fail("elementEnded")
    let id = try bench.stopped()
    try bench.act(.skip, id, by: "root", outcome: .returned)
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    #expect(try bench.asked(id) == ["sam"])
  }

  @Test(
    "a handler of the workflow's own events can be passed",
    arguments: [MessageType.workflowStarted, .workflowCompleted])
  func workflow(_ event: MessageType) throws {
    let bench = try Bench(Elements.post) { $0.events = [event] }
    bench.probe.fail(event.rawValue)
    let id = try bench.stopped()
    let calls = bench.probe.keys(event.rawValue).count
    let result = try bench.act(.skip, id, by: "root")
    #expect(result.message.contains("the handler of \(event.rawValue)"))
    try bench.run()
    #expect(try bench.instance(of: id).status == .completed)
    #expect(try bench.status(id) == .approved)
    #expect(bench.probe.keys(event.rawValue).count == calls)
    #expect(bench.journal == ["post"])
    #expect(bench.pending(of: id).isEmpty)
  }

  @Test("the handler of a cancellation can be passed")
  func canceled() throws {
    let bench = try Bench(Elements.manager) { $0.events = [.workflowCanceled] }
    bench.probe.fail("workflowCanceled")
    let id = try bench.underWay()
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    while let retry = bench.pending(of: id).first(where: { $0.state == .waiting })?.retryAt {
      bench.clock.advance(to: retry)
      try bench.run()
    }
    #expect(try bench.instance(of: id).status == .stopped)
    try bench.act(.skip, id, by: "root")
    try bench.run()
    #expect(try bench.instance(of: id).status == .canceled)
    #expect(try bench.status(id) == .draft)
  }
}
