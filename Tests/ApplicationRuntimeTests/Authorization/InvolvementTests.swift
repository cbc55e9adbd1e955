// What people see of documents that they have to do with, and of those of others (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct InvolvementTests {
  @Test("what a message carries is for those involved in its document; its row is for everybody")
  func queue() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "frank", comment: "secret remark on Sam")
    let sequence = try #require(bench.pending(of: id).first?.sequence)
    for person in ["sam", "frank", "root"] as [PersonID] {
      let message = try bench.engine.message(sequence, as: Actor(person))
      #expect(message.payload.answer?.comment == "secret remark on Sam")
    }
    let row = try bench.engine.message(sequence, as: Actor("ann"))
    #expect(row.type == .workItemAnswered && row.document == id && row.state == .ready)
    #expect(row.payload.answer == nil && row.payload.outcome == nil)
    let listed = try bench.engine.queue(.all, as: Actor("ann"), limit: 99)
    #expect(listed.count == bench.messages(of: id).count)
    #expect(listed.allSatisfy { $0.payload.answer == nil && $0.payload.actor == nil })
    let known = try bench.engine.queue(.all, as: Actor("frank"), limit: 99)
    #expect(known.contains { $0.payload.answer != nil })
  }

  @Test("an error is told to those involved alone")
  func error() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.stopped()
    let sequence = try #require(bench.pending(of: id).first?.sequence)
    #expect(try bench.engine.message(sequence, as: Actor("ann")).error == nil)
    #expect(try bench.engine.message(sequence, as: Actor("sam")).error != nil)
    #expect(try bench.engine.explain(id, as: Actor("ann")).error == nil)
    #expect(try bench.engine.explain(id, as: Actor("sam")).error != nil)
  }

  @Test("the owner of a workflow sees its documents, and is told of the instances that stopped")
  func owner() throws {
    let bench = try Bench()
    try bench.activate(Elements.post, head: "owner: sue")
    bench.probe.fail("post")
    let id = try bench.stopped()
    let instance = try bench.instance(of: id).id
    #expect(try bench.engine.document(id, as: Actor("sue")).document.id == id)
    #expect(try bench.engine.instance(instance, as: Actor("sue")).row.error != nil)
    for person in ["sue", "root"] as [PersonID] {
      let stuck = try bench.engine.stuckInstances(as: Actor(person), limit: 9)
      #expect(stuck.map(\.id) == [instance])
    }
    #expect(try bench.engine.stuckInstances(as: Actor("ann"), limit: 9).isEmpty)
    #expect(throws: EngineError.self) { try bench.engine.document(id, as: Actor("ann")) }
  }

  @Test("what a type keeps for itself is for administrators")
  func records() throws {
    let bench = try Bench(Elements.post)
    _ = try bench.underWay()
    #expect(throws: EngineError.self) {
      try bench.engine.records(in: "journal", limit: 9, as: Actor("sam"))
    }
    #expect(
      try bench.engine.records(in: "journal", limit: 9, as: Bench.root).map(\.body) == ["post"])
  }

  @Test("a list that is longer than a window says where it goes on, whatever was asked for")
  func windows() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id)
    let item = try #require(try bench.openItems(of: id).first)
    try bench.store.write { transaction in
      for _ in 0..<5_001 {
        let other = InstanceID(try transaction.next(.instance))
        try transaction.insert(
          StoredInstance(
            id: other, document: id, documentType: instance.documentType,
            workflow: instance.workflow, version: 1, originator: "sam", createdAt: item.createdAt))
        try transaction.insert(
          WorkItem(
            id: WorkItemID(try transaction.next(.workItem)), kind: .approval, instance: other,
            document: id, documentType: item.documentType, element: item.element, pass: 1,
            step: nil, subject: "", instructions: nil, assignee: "frank", candidates: [],
            createdAt: item.createdAt, allowed: []))
      }
    }
    let inbox = try bench.engine.inbox(of: "frank", as: Actor("frank"), limit: 6_000)
    #expect(inbox.rows.count == 5_000 && inbox.next != nil)
    let rest = try bench.engine.inbox(
      of: "frank", as: Actor("frank"), after: inbox.next, limit: 6_000)
    #expect(rest.rows.count == 2 && rest.next == nil)
    let instances = try bench.engine.instances(as: Bench.root, limit: 6_000)
    #expect(instances.rows.count == 5_000 && instances.next != nil)
  }
}
