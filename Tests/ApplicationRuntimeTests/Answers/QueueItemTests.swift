// Items in work item queues: accept, release, move (SPEC 5, 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct QueueItemTests {
  private static let task = """
      - task: budget
        assign: { queue: budget }
    """
  private static let queues = """
    queues:
      budget: { title: Budget, members: [ann, bob], administrators: [sue], status: active }
      audit: { members: [frank], status: active }
      rest: { members: [frank], status: on-hold }
      old: { members: [frank], status: inactive }
    """

  private func bench(budget status: String = "active") throws -> Bench {
    let bench = try Bench()
    let queues = Self.queues.replacing(
      "administrators: [sue], status: active", with: "administrators: [sue], status: \(status)")
    try bench.engine.loadOrganization(
      Bench.organization + "\n" + queues, file: "o.yaml", by: Bench.root)
    try bench.activate(Self.task)
    return bench
  }

  @Test("a member accepts an item of the queue, which leaves the others' inboxes, and releases it")
  func accepting() throws {
    let bench = try bench()
    let id = try bench.underWay()
    #expect(Set(try bench.asked(id)) == ["ann", "bob"])
    try bench.act(.accept, id, by: "ann")
    #expect(try bench.asked(id) == ["ann"])
    #expect(bench.refusal(.accept, id, by: "bob")?.message.contains("has accepted") == true)
    try bench.act(.release, id, by: "ann")
    #expect(Set(try bench.asked(id)) == ["ann", "bob"])
  }

  @Test("a member or an administrator of the queue moves an item to another active queue")
  func moving() throws {
    let bench = try bench()
    let id = try bench.underWay()
    #expect(bench.refusal(.move, id, by: "frank", queue: "audit")?.code == .notAllowed)
    #expect(
      bench.refusal(.move, id, by: "ann", queue: "rest")?.message.contains("on hold") == true)
    #expect(
      bench.refusal(.move, id, by: "ann", queue: "old")?.message.contains("inactive") == true)
    #expect(bench.refusal(.move, id, by: "ann", queue: "audi")?.code == .notFound)
    try bench.act(.accept, id, by: "ann")
    #expect(bench.refusal(.move, id, by: "bob", queue: "audit")?.code == .notAllowed)
    try bench.act(.move, id, by: "sue", queue: "audit")
    #expect(try bench.asked(id) == ["frank"])
    #expect(bench.history(of: id).last { $0.event == .moved }?.detail == "budget → audit")
    try bench.act(.complete, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("a barred originator moves no item of their document, also as the queue's keeper")
  func barred() throws {
    let bench = try Bench()
    let queues = Self.queues.replacing("administrators: [sue]", with: "administrators: [sue, sam]")
    try bench.engine.loadOrganization(
      Bench.organization + "\n" + queues, file: "o.yaml", by: Bench.root)
    try bench.activate(Self.task)
    let free = try bench.underWay()
    try bench.act(.move, free, by: "sam", queue: "audit")
    try bench.activate(Self.task, head: "submitter-may-approve: false")
    let id = try bench.underWay()
    let refusal = bench.refusal(.move, id, by: "sam", queue: "audit")
    #expect(refusal?.code == .notAllowed && refusal?.message.contains("you submitted it") == true)
    try bench.act(.move, id, by: "sue", queue: "audit")
  }

  @Test("an item of a queue with one member stays offered: accepted, released, moved, joined")
  func single() throws {
    let bench = try bench()
    try bench.activate("  - task: check\n    assign: { queue: audit }\n")
    let id = try bench.underWay()
    func isOffered() throws -> Bool {
      let item = try #require(try bench.openItems(of: id).first)
      return item.assignee == nil && item.status == .open && item.candidates == ["frank"]
    }
    #expect(try isOffered())
    try bench.act(.accept, id, by: "frank")
    try bench.act(.release, id, by: "frank")
    #expect(try isOffered())
    func load(_ audit: String) throws {
      let queues = Self.queues.replacing("audit: { members: [frank], status: active }", with: audit)
      try bench.engine.loadOrganization(
        Bench.organization + "\n" + queues, file: "o.yaml", by: Bench.root)
      try bench.run()
    }
    try load("audit: { members: [frank], status: on-hold }")
    #expect(bench.refusal(.complete, id, by: "frank")?.message.contains("on hold") == true)
    try load("audit: { members: [frank, ann], status: active }")
    #expect(Set(try bench.asked(id)) == ["frank", "ann"])
    try load("audit: { members: [frank], status: active }")
    #expect(try isOffered())
    try bench.act(.complete, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("nobody takes an item out of a queue that is on hold")
  func onHold() throws {
    let bench = try bench(budget: "on-hold")
    let id = try bench.underWay()
    for action in [Action.accept, .complete] {
      #expect(bench.refusal(action, id, by: "ann")?.message.contains("on hold") == true)
    }
    try bench.act(.move, id, by: "ann", queue: "audit")
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("the inbox of a queue is for its members and administrators")
  func inbox() throws {
    let bench = try bench()
    _ = try bench.underWay()
    for person in ["ann", "sue", "root"] as [PersonID] {
      let rows = try bench.engine.inbox(
        of: person, as: Actor(person), queue: "budget", limit: 10
      ).rows
      #expect(rows.count == 1, "\(person)")
    }
    #expect(throws: EngineError.self) {
      try bench.engine.inbox(of: "frank", as: Actor("frank"), queue: "budget", limit: 10)
    }
  }
}
