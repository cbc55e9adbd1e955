// Instances that go over to another version, and versions that are deleted (SPEC 3).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct MigrationTests {
  private static let renamed = """
      - approval: other
        steps: [ { step: manager, assign: { user: sue } } ]
    """
  private static let longer = Elements.manager + "\n" + Elements.post

  @Test("a waiting instance goes over to another version; its items stay")
  func moves() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let version = try bench.activate(Self.longer).version
    let items = try bench.openItems(of: id)
    #expect(bench.refusal(.migrate, id, by: "sam", version: version)?.code == .notAllowed)
    try bench.act(.migrate, id, by: "root", version: version)
    try bench.run()
    #expect(try bench.instance(of: id).version == version)
    #expect(try bench.openItems(of: id) == items)
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(bench.journal == ["post"])
  }

  @Test("a migration that does not fit is refused with the reason")
  func refused() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let version = try bench.activate(Self.renamed).version
    #expect(
      bench.refusal(.migrate, id, by: "root", version: version)?.message
        .contains("no element “manager”") == true)
    #expect(bench.refusal(.migrate, id, by: "root", version: 99)?.code == .notFound)
    #expect(bench.refusal(.migrate, id, by: "root", version: 1)?.code == .badData)
  }

  @Test("an instance that is stopped goes on in the version that it goes over to")
  func stopped() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.stopped()
    let version = try bench.activate(Elements.post + "\n" + Elements.manager).version
    bench.probe.fail("post", nil)
    try bench.act(.migrate, id, by: "root", version: version)
    try bench.run()
    #expect(try bench.instance(of: id).status == .pending)
    #expect(try bench.asked(id) == ["frank"])
    #expect(bench.journal == ["post"])
  }

  @Test("migrate overtakes a message that waits for its retry")
  func overtakesRetry() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    let waiting = try #require(bench.pending(of: id).first)
    #expect(waiting.attempts == 1 && waiting.retryAt != nil)
    #expect(try bench.instance(of: id).status == .pending)
    let version = try bench.activate(Elements.post + "\n" + Elements.manager).version
    bench.probe.fail("post", nil)
    // No time passes: the retry is still to come.
    try bench.act(.migrate, id, by: "root", version: version)
    try bench.run()
    #expect(try bench.instance(of: id).version == version)
    #expect(bench.events(of: id).contains(.migrated))
    bench.clock.advance(by: .seconds(60))
    try bench.run()
    #expect(try bench.asked(id) == ["frank"] && bench.journal == ["post"])
  }

  @Test("many instances go over by a filter, each by itself")
  func many() throws {
    let bench = try Bench(Elements.manager)
    let ids = try (1...3).map { try bench.underWay($0 * 100) }
    let version = try bench.activate(Self.longer).version
    let results = try bench.engine.migrateInstances(
      of: "usual", to: version, comment: nil, by: Bench.root,
      isMeant: { $0.document != ids[0] })
    #expect(results.count == 2)
    try bench.run()
    #expect(try ids.map { try bench.instance(of: $0).version } == [1, version, version])
  }

  @Test("a version that an open instance uses cannot be deleted")
  func deletion() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let version = try bench.activate(Self.longer).version
    let engine = bench.engine
    #expect(throws: EngineError.self) {
      try engine.deleteWorkflow("usual", version: 1, by: Bench.root)
    }
    #expect(throws: EngineError.self) {
      try engine.deleteWorkflow("usual", version: version, by: Bench.root)
    }
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(throws: EngineError.self) {
      try engine.deleteWorkflow("usual", version: 1, by: Actor("sam"))
    }
    // An ended instance is looked back at with the version that it ran.
    let kept = #expect(throws: EngineError.self) {
      try engine.deleteWorkflow("usual", version: 1, by: Bench.root)
    }
    #expect(kept?.message.contains("kept to look back") == true)
    #expect(throws: EngineError.self) {
      try engine.deleteWorkflow("usual", version: nil, by: Bench.root)
    }
    #expect(throws: Never.self) {
      try engine.instance(try bench.instance(of: id).id, as: Bench.root)
    }
    let another = try bench.activate(Elements.receipts).version
    #expect(try engine.deleteWorkflow("usual", version: version, by: Bench.root) == [version])
    #expect(another == version + 1)
  }

  @Test("a workflow that no instance ran is deleted as a whole; its numbers are never given twice")
  func whole() throws {
    let bench = try Bench(Elements.manager)
    let version = try bench.activate(Self.longer).version
    let gone = try bench.engine.deleteWorkflow("usual", version: nil, by: Bench.root)
    #expect(gone == [1, version])
    #expect(try bench.activate(Elements.manager).version == version + 1)
  }

  @Test("an active workflow that another one or a type starts is not deleted; both are named")
  func needed() throws {
    let bench = try Bench(Elements.manager) { $0.defaultWorkflow = "other" }
    try bench.activate(Elements.manager, id: "other", head: "activation: amount > 9000")
    try bench.activate(
      "  - subworkflow: send\n    workflow: other\n    document: country\n", id: "sending")
    let error = #expect(throws: EngineError.self) {
      try bench.engine.deleteWorkflow("other", version: nil, by: Bench.root)
    }
    #expect(error?.message.contains("the type note") == true)
    #expect(error?.message.contains("the active workflow sending") == true)
    #expect(try bench.engine.versions(of: "other").count == 1)
  }
}
