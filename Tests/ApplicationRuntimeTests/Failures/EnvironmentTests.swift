// Failures that are not the work's: disk full, I/O errors, a busy store, a handler that is down.

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct EnvironmentTests {
  @Test(
    "disk full, I/O errors and a busy store count no attempt, wherever they come",
    arguments: [StoreError.Code.diskFull, .inputOutput, .busy])
  func noAttempt(_ code: StoreError.Code) throws {
    for change in 0..<25 {
      let bench = try Bench(Elements.post)
      let id = try bench.submitted()
      bench.store.inject(.error(code), at: .change, after: change)
      let isHit = (try? bench.batch()) == nil
      #expect(bench.messages(of: id).allSatisfy { $0.attempts <= ($0.state == .handled ? 1 : 0) })
      bench.store.clearFaults()
      try bench.run()
      #expect(try bench.status(id) == .approved)
      #expect(!bench.events(of: id).contains(.fault))
      #expect(bench.journal == ["post"])
      guard isHit else { return }
    }
  }

  @Test("a store that fails under a handler's own change counts no attempt of the handler")
  func underHandler() throws {
    let bench = try Bench(Elements.post)
    bench.probe.before { [store = bench.store] _ in
      store.inject(.error(.diskFull), at: .change)
    }
    bench.probe.fail("post", StoreError(.diskFull, "no space left"))
    let id = try bench.submitted()
    #expect(throws: StoreError.self) { try bench.batch() }
    bench.store.clearFaults()
    bench.probe.before { _ in }
    bench.probe.fail("post", nil)
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(!bench.events(of: id).contains(.fault))
  }

  @Test("when many instances in a row fail with one handler, its messages are held as one fault")
  func oneFault() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let ids = try (0..<8).map { _ in try bench.underWay() }
    let attempts = ids.map { bench.pending(of: $0).first?.attempts ?? -1 }
    #expect(attempts == [1, 1, 1, 1, 1, 0, 0, 0])
    #expect(bench.pending(of: ids[7]).first?.error?.contains("note/post fails for many") == true)
    #expect(try bench.instance(of: ids[7]).status == .pending)
    bench.probe.fail("post", nil)
    bench.clock.advance(by: .seconds(120))
    try bench.run()
    for id in ids { #expect(try bench.status(id) == .approved) }
    #expect(bench.journal.count == 8)
  }

  @Test("one fault uses up no attempts, however long it lasts, until one message passes")
  func faultLasts() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let ids = try (0..<6).map { _ in try bench.underWay() }
    for _ in 0..<40 {
      bench.clock.advance(by: .seconds(61))
      try bench.run()
    }
    #expect(bench.probe.keys("post").count >= 40)
    for id in ids { #expect(try bench.instance(of: id).status == .pending) }
    #expect(ids.map { bench.pending(of: $0).first?.attempts } == [1, 1, 1, 1, 1, 0])
    bench.probe.fail("post", nil)
    bench.clock.advance(by: .seconds(120))
    try bench.run()
    for id in ids { #expect(try bench.status(id) == .approved) }
  }

  @Test("other handlers go on while one is held")
  func othersGoOn() throws {
    let bench = try Bench(Elements.post)
    try bench.activate(
      "  - automated: print\n    run: print", id: "prints",
      head: "activation: country == \"SE\"\npriority: 5")
    bench.probe.fail("post")
    for _ in 0..<6 { _ = try bench.underWay() }
    let id = try bench.underWay(country: "SE")
    #expect(try bench.status(id) == .approved)
  }

  @Test("a message that ended three processes is stopped, and takes no successor with it")
  func deadlyMessage() throws {
    let bench = try Bench(Elements.post)
    let deadly = try bench.submitted()
    while bench.pending(of: deadly).first?.type != .automatedExecution { try bench.batch(1) }
    let other = try bench.submitted(700)
    for _ in 0..<4 {
      // The first dies unawares; three that take over from it die in the same message.
      bench.probe.before { [store = bench.store] handler in
        if handler == "post" { store.inject(.crash, at: .change) }
      }
      #expect(throws: EngineError.self) { try bench.run() }
      bench.restart()
    }
    bench.probe.before { _ in }
    try bench.run()
    #expect(try bench.instance(of: deadly).status == .stopped)
    #expect(try bench.instance(of: deadly).error?.contains("3 processes ended") == true)
    #expect(try bench.status(other) == .approved)
  }
}
