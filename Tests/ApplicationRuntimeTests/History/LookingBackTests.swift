// Looking at an instance as it was after any of its messages (SPEC 11).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct LookingBackTests {
  @Test("an instance can be looked at as it was after any of its messages")
  func moments() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.submitted()
    var states: [Int64: String?] = [:]
    func step() throws {
      while let message = try bench.batch(1).first {
        states[message.sequence] = try bench.instance(of: id).state
        bench.clock.advance(by: .seconds(60))
      }
    }
    try step()
    try bench.act(.complete, id, by: "bob")
    try step()
    try bench.act(.approve, id, by: "frank")
    try step()
    let instance = try bench.instance(of: id)
    for (message, state) in states {
      let moment = try bench.engine.instance(instance.id, at: message, as: Actor("sam"))
      #expect(moment.state?.json.text == state, "after message \(message)")
    }
    let last = try bench.engine.instance(instance.id, at: nil, as: Actor("sam"))
    #expect(last.state?.stage == .completed && last.index == last.points.count - 1)
    #expect(last.points.allSatisfy { $0.type != nil && states.keys.contains($0.message) })
    #expect(last.outline.allSatisfy { $0.mark == .done } && last.openItems.isEmpty)
  }

  @Test("a moment shows who was asked then, and what the message left in the history")
  func people() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id).id
    let asked = try bench.engine.instance(instance, at: nil, as: Actor("sam")).point
    bench.clock.advance(by: .seconds(60))
    try bench.act(.complete, id, by: "bob")
    try bench.run()
    let then = try bench.engine.instance(instance, at: asked.message, as: Actor("sam"))
    #expect(then.openItems.map(\.element.name) == ["receipts"])
    #expect(then.entries.allSatisfy { $0.entry.message == asked.message })
    #expect(!then.entries.isEmpty)
  }

  @Test("a message of another instance is none of its moments")
  func others() throws {
    let bench = try Bench(Elements.manager)
    let first = try bench.underWay()
    _ = try bench.underWay()
    let instance = try bench.instance(of: first).id
    for message: Int64 in [0, 1_000_000] {
      #expect(throws: EngineError.self) {
        try bench.engine.instance(instance, at: message, as: Actor("sam"))
      }
    }
    #expect(throws: EngineError.self) {
      try bench.engine.instance(instance, at: nil, as: Actor("kim"))
    }
  }
}
