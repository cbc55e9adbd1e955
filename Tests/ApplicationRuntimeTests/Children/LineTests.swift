// Lines that run as instances of their own: started, given back alone, ended (SPEC 4).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct LineTests {
  private func bench(
    line: String = Elements.manager, _ configure: (inout NoteType) -> Void = { _ in }
  ) throws -> Bench {
    let bench = try Bench("", configure)
    try bench.activate(line, id: "each", head: "level: line")
    try bench.activate("  - lines: each-line\n    otherwise: each\n" + Elements.receipts)
    return bench
  }

  private func children(_ bench: Bench, of id: DocumentID) throws -> [StoredInstance] {
    let parent = try bench.instance(of: id).id
    return try bench.store.read {
      try $0.instances(InstanceQuery(parent: parent, limit: 500)).reversed()
    }
  }

  @Test("Every line runs as its own instance of the active line workflow; the header waits")
  func started() throws {
    let bench = try bench()
    let id = try bench.underWay(lines: 3)
    let children = try children(bench, of: id)
    #expect(children.map(\.line) == [1, 2, 3])
    #expect(children.allSatisfy { $0.workflow == "each" && $0.originator == "sam" })
    #expect(children.allSatisfy { $0.parent?.isDependent == true && $0.document == id })
    #expect(try bench.openItems(of: id).map(\.line) == [1, 2, 3])
    #expect(try bench.status(id) == .inReview)
    #expect(try bench.instance(of: id).parent == nil)
    #expect(try bench.instance(of: id).element == "each-line")
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(.init(.approve, .item(item.id)), by: Actor("frank"))
    }
    try bench.run()
    #expect(try bench.asked(id) == ["ann", "bob"])
  }

  @Test("A returned line unlocks that line only, for the one asked")
  func unlocked() throws {
    let bench = try bench()
    let id = try bench.underWay(lines: 2)
    let second = try #require(try bench.openItems(of: id).last)
    try bench.engine.perform(
      .init(.reject, .item(second.id), comment: "too much"), by: Actor("frank"))
    try bench.run()
    #expect(try bench.document(id).editableLines == [2: "sam"])
    #expect(try bench.document(id).editableBy == nil)
    #expect(
      try bench.engine.document(id, as: Actor("sam")).document.editableLines == [2: "sam"])
    #expect(try bench.status(id) == .inReview)
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(try bench.document(id).editableLines.isEmpty)
    #expect(try bench.openItems(of: id).map(\.line) == [1, 2])
  }

  @Test("Recalling the parent cancels its children first, and ends when all have answered")
  func recalled() throws {
    let bench = try bench()
    let id = try bench.underWay(lines: 4)
    let first = try #require(try bench.openItems(of: id).first)
    try bench.engine.perform(.init(.approve, .item(first.id)), by: Actor("frank"))
    // The first line's end is in the queue when the recall comes: it is not lost.
    while try children(bench, of: id)[0].status != .completed { try bench.batch(1) }
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    #expect(try bench.status(id) == .draft)
    #expect(try children(bench, of: id).map(\.status) == [.completed] + [.canceled] * 3)
    let cause = "\(try bench.instance(of: id).id): recalled by sam"
    let canceled = bench.history(of: id).filter { $0.event == .canceledWithParent }
    #expect(canceled.map(\.detail) == Array(repeating: cause, count: 3))
    #expect(!bench.events(of: id).contains(.canceledByAdministrator))
    #expect(try bench.openItems(of: id).isEmpty)
    #expect(bench.pending(of: id).isEmpty)
  }

  @Test("The document's handlers are not called for its lines; the lines have their own")
  func handlers() throws {
    let bench = try bench { $0.events = [.workflowStarted, .workflowCompleted] }
    let id = try bench.underWay(lines: 2)
    #expect(bench.probe.keys("workflowStarted").count == 1)
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(.init(.approve, .item(item.id)), by: Actor("frank"))
    }
    try bench.run()
    #expect(bench.probe.keys("workflowCompleted").isEmpty)
  }

  @Test("Children are started in portions, and none is left out")
  func portions() throws {
    let bench = try bench(line: "  - automated: post\n    run: post\n")
    let id = try bench.underWay(lines: 130)
    #expect(try children(bench, of: id).compactMap(\.line) == Array(1...130))
    #expect(try children(bench, of: id).allSatisfy { $0.status == .completed })
    #expect(try bench.asked(id) == ["ann", "bob"])
  }

  @Test(
    "More than a thousand pending messages of one instance lose none, and cancel overtakes them")
  func many() throws {
    let bench = try Bench(Elements.manager)
    let ids = try (0..<2).map { _ in try bench.underWay() }
    for id in ids {
      let instance = try bench.instance(of: id)
      let now = bench.clock.now()
      try bench.store.write { transaction in
        for line in 1...1_200 {
          let message = Message(
            sequence: try transaction.next(.message), instance: instance.id, document: id,
            documentType: "note", type: .childEnded,
            payload: Payload(
              element: ElementPath(["manager"]), pass: 1, outcome: .completed,
              child: ChildReference(line: line, attempt: 1)),
            postedAt: now, postedBy: nil, dueAt: now, state: .ready)
          try transaction.insert(message, isHeld: false)
        }
      }
    }
    try bench.engine.perform(.init(.cancel, .document(ids[1]), comment: "enough"), by: Bench.root)
    let canceled = try bench.instance(of: ids[1]).id
    var first: MessageType?
    while first == nil {
      first = try bench.batch(400).first { $0.instance == canceled }?.type
    }
    #expect(first == .cancel)
    try bench.run()
    #expect(try bench.status(ids[1]) == .draft)
    #expect(
      bench.messages(of: ids[0]).filter { $0.type == .childEnded }.allSatisfy {
        $0.state == .handled
      })
    #expect(bench.pending(of: ids[0]).isEmpty && bench.pending(of: ids[1]).isEmpty)
  }
}

private func * (status: [InstanceStatus], count: Int) -> [InstanceStatus] {
  Array(repeating: status, count: count).flatMap { $0 }
}
