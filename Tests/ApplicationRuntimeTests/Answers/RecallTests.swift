// Recall and cancel (SPEC 2, 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct RecallTests {
  @Test("a recall ends the instance; the document is a draft again and can be submitted")
  func recall() throws {
    let bench = try Bench(Elements.manager) { $0.events = [.workflowCanceled] }
    let id = try bench.underWay()
    let first = try bench.instance(of: id).id
    #expect(bench.refusal(.recall, id, by: "frank")?.code == .notAllowed)
    try bench.act(.recall, id, by: "sam")
    #expect(bench.refusal(.approve, id, by: "frank")?.message.contains("recalled") == true)
    #expect(bench.refusal(.recall, id, by: "sam")?.message.contains("already") == true)
    try bench.run()
    #expect(try bench.status(id) == .draft)
    #expect(try bench.instance(of: id).status == .canceled)
    #expect(bench.journal == ["workflowCanceled"])
    #expect(try bench.openItems(of: id).isEmpty)
    try bench.act(.submit, id, by: "sam")
    try bench.run()
    #expect(try bench.instance(of: id).id != first)
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("it works with every message in its own commit", arguments: [1, 2, 256])
  func singleMessages(_ size: Int) throws {
    let bench = try Bench(Elements.manager) { $0.events = [.workflowCanceled] }
    let id = try bench.underWay()
    try bench.act(.recall, id, by: "sam")
    while try !bench.batch(size).isEmpty {}
    #expect(try bench.status(id) == .draft)
    #expect(try bench.instance(of: id).status == .canceled)
  }

  @Test("before anything has run, a recall overtakes the activation")
  func atOnce() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    #expect(try bench.status(id) == .draft)
    let activation = bench.messages(of: id).first { $0.type == .activation }
    #expect(activation?.state == .discarded && activation?.error == "recalled by sam")
    #expect(!bench.events(of: id).contains(.workflowStarted))
  }

  @Test("automated elements that ran stay done and are listed to the originator")
  func stayDone() throws {
    let bench = try Bench(Elements.post + "\n" + Elements.manager)
    let id = try bench.underWay()
    #expect(try bench.asked(id) == ["frank"])
    let result = try bench.act(.recall, id, by: "sam")
    #expect(result.message == "Recalled \(id). Already ran, stays done: post.")
    try bench.run()
    let entry = bench.history(of: id).first { $0.event == .recalled }
    #expect(entry?.detail == "already ran, stays done: post")
    #expect(try bench.status(id) == .draft && bench.journal == ["post"])
  }

  @Test("answers still in the queue are recorded but discarded as recalled")
  func answers() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    #expect(try bench.status(id) == .draft)
    let discarded = bench.history(of: id).first { $0.event == .answerDiscarded }
    #expect(discarded?.actor == Actor("frank"))
    #expect(discarded?.detail == "approve: recalled by sam")
    #expect(!bench.events(of: id).contains(.approved))
  }

  @Test("recall, cancel and resume overtake a message that waits for its retry or is stopped")
  func overtake() throws {
    for (action, person) in [(Action.recall, "sam"), (.cancel, "root")] as [(Action, PersonID)] {
      for isStopped in [false, true] {
        let bench = try Bench(Elements.post)
        bench.probe.fail("post")
        let id = isStopped ? try bench.stopped() : try bench.underWay()
        try bench.act(action, id, by: person)
        try bench.run()
        #expect(try bench.status(id) == .draft)
        #expect(try bench.instance(of: id).status == .canceled)
        #expect(bench.pending(of: id).isEmpty)
        let word = action == .recall ? "recalled by sam" : "canceled by root"
        #expect(bench.messages(of: id).first { $0.state == .discarded }?.error == word)
      }
    }
  }

  @Test("a handler of the cancellation that fails is tried again like any other")
  func failingHandler() throws {
    let bench = try Bench(Elements.manager) { $0.events = [.workflowCanceled] }
    bench.probe.fail("workflowCanceled")
    let id = try bench.underWay()
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    #expect(bench.pending(of: id).map(\.type) == [.workflowCanceled])
    bench.probe.fail("workflowCanceled", nil)
    bench.clock.advance(by: .seconds(1))
    try bench.run()
    #expect(try bench.status(id) == .draft)
  }

  @Test("recall is refused once the instance is completed")
  func completed() throws {
    let bench = try Bench(Elements.post)
    let id = try bench.underWay()
    #expect(bench.refusal(.recall, id, by: "sam")?.message.contains("completed") == true)
    #expect(bench.refusal(.cancel, id, by: "root")?.message.contains("completed") == true)
  }
}
