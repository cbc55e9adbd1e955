// Tasks that several are offered: accept, release, complete; and items that are closed (SPEC 4, 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct OwnershipTests {
  @Test("the first to accept owns a task, and it leaves the others' inboxes")
  func accept() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    #expect(try bench.engine.inboxCount(of: "ann") == 1)
    #expect(try bench.engine.inboxCount(of: "bob") == 1)
    try bench.act(.accept, id, by: "ann")
    #expect(try bench.engine.inboxCount(of: "ann") == 1)
    #expect(try bench.engine.inboxCount(of: "bob") == 0)
    #expect(
      bench.refusal(.accept, id, by: "bob")?.message.contains("Ann Vik has accepted it") == true)
    #expect(bench.refusal(.complete, id, by: "bob")?.code == .notAllowed)
  }

  @Test("a released task is offered to all again; only who accepted may release")
  func release() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    #expect(bench.refusal(.release, id, by: "ann")?.message.contains("not accepted") == true)
    try bench.act(.accept, id, by: "ann")
    #expect(bench.refusal(.release, id, by: "bob")?.code == .notAllowed)
    try bench.act(.release, id, by: "ann")
    #expect(try bench.engine.inboxCount(of: "bob") == 1)
    #expect(bench.events(of: id).suffix(2) == [.accepted, .released])
  }

  @Test("completing accepts")
  func complete() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "bob")
    #expect(try bench.engine.inboxCount(of: "ann") == 0)
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("acting on an item that is closed fails with who closed it and how")
  func closed() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    let item = try #require(try bench.openItems(of: id).first)
    try bench.act(.complete, id, by: "bob")
    for action in [Action.complete, .accept, .reject] {
      let error = #expect(throws: EngineError.self) {
        try bench.engine.perform(
          ActionRequest(action, .item(item.id), comment: "x"), by: Actor("ann"))
      }
      #expect(error?.code == .alreadyClosed)
      #expect(error?.message.contains("Bob Ost") == true)
      #expect(error?.message.contains("completed by") == true)
    }
  }

  @Test("bulk actions succeed or fail each by itself")
  func bulk() throws {
    let bench = try Bench(Elements.manager)
    let ids = try (0..<3).map { _ in try bench.underWay() }
    try bench.act(.approve, ids[1], by: "frank")
    let results = try bench.engine.perform(
      each: ids.map { (ActionRequest(.approve, .document($0)), Actor("frank")) })
    let isDone = results.map { (try? $0.get()) != nil }
    #expect(isDone == [true, false, true])
    try bench.run()
    for id in ids { #expect(try bench.status(id) == .approved) }
  }

  @Test("of someone's two items the named one is released, or refused with its own reason")
  func named() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.accept, id, by: "ann")
    let task = try #require(try bench.openItems(of: id).first)
    let approval = try bench.store.write { transaction in
      let approval = WorkItem(
        id: WorkItemID(try transaction.next(.workItem)), kind: .approval, instance: task.instance,
        document: id, documentType: task.documentType, element: ElementPath(parsing: "elsewhere"),
        pass: 1,
        step: "one", subject: "", instructions: nil, assignee: "ann", candidates: [],
        createdAt: task.createdAt, allowed: [.approve])
      try transaction.insert(approval)
      return approval
    }
    let error = #expect(throws: EngineError.self) {
      try bench.engine.perform(ActionRequest(.release, .item(approval.id)), by: Actor("ann"))
    }
    #expect(error?.message.contains("not accepted") == true)
    #expect(bench.store.tables.items[approval.id]?.assignee == "ann")
    try bench.engine.perform(ActionRequest(.release, .item(task.id)), by: Actor("ann"))
    #expect(bench.store.tables.items[task.id]?.assignee == nil)
  }

  /// So many comments on a document that is under way.
  private func comments(
    _ count: Int, in bench: Bench
  ) throws -> [(request: ActionRequest, actor: Actor)] {
    let id = try bench.underWay()
    return (0..<count).map { _ in
      (request: ActionRequest(.comment, .document(id), comment: "x"), actor: Actor("sam"))
    }
  }

  @Test("a bulk action is at most 256 in a commit, and can be stopped between two commits")
  func pages() throws {
    let bench = try Bench(Elements.manager)
    let requests = try comments(600, in: bench)
    let before = bench.store.commits
    let all = try bench.engine.perform(each: requests)
    #expect(all.allSatisfy { (try? $0.get()) != nil } && all.count == 600)
    #expect(bench.store.commits == before + 3)
    var asked = 0
    let some = try bench.engine.perform(each: requests) {
      asked += 1
      return asked > 1
    }
    #expect(some.count == 600 && some.filter { (try? $0.get()) != nil }.count == 256)
    guard case .failure(let error)? = some.last else { return }
    #expect(error.code == .interrupted)
  }

  @Test("a bulk action leaves room for others to write after 10 ms, and does them all")
  func time() throws {
    let bench = try Bench(Elements.manager)
    let requests = try comments(20, in: bench)
    let before = bench.store.commits
    bench.clock.setTick(.milliseconds(4))
    let all = try bench.engine.perform(each: requests)
    #expect(all.allSatisfy { (try? $0.get()) != nil } && all.count == 20)
    #expect(bench.store.commits > before + 4)
  }

  @Test("a bulk action in which some are refused does each of the others once")
  func someRefused() throws {
    let bench = try Bench(Elements.manager)
    var requests = try comments(5, in: bench)
    requests.insert(
      (ActionRequest(.comment, requests[0].request.target, comment: " "), Actor("sam")), at: 3)
    let id = try #require(bench.store.tables.documents.keys.first)
    let results = try bench.engine.perform(each: requests)
    #expect(results.map { (try? $0.get()) != nil } == [true, true, true, false, true, true])
    #expect(bench.history(of: id).filter { $0.event == .commented }.count == 5)
  }

  @Test("someone with several items on a document has to name one")
  func several() throws {
    let bench = try Bench(
      """
        - approval: pair
          steps: [ { step: one, assign: { users: [frank, sue] }, policy: all } ]
      """)
    let id = try bench.underWay()
    #expect(try bench.openItems(of: id).count == 2)
    #expect(bench.refusal(.approve, id, by: "ann")?.code == .notAllowed)
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    #expect(try bench.document(id).waitingFor == "one step, 1 of 2")
  }
}
