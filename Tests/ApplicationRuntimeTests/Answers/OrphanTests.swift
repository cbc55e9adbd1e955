// Items whose person is disabled, as an administrator sees them (SPEC 5, 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct OrphanTests {
  /// A document in review whose item nobody who is active has.
  private func orphaned() throws -> (Bench, DocumentID) {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    var item = try #require(try bench.openItems(of: id).first)
    item.status = .orphaned
    let lost = item
    try bench.store.write { try $0.update(lost) }
    return (bench, id)
  }

  @Test("an orphaned item lies in no inbox, and says who can mend it")
  func told() throws {
    let (bench, id) = try orphaned()
    #expect(try bench.engine.inbox(of: "frank", as: Actor("frank"), limit: 10).rows.isEmpty)
    #expect(bench.refusal(.approve, id, by: "frank") != nil)
    let waiting = try bench.engine.explain(id, as: Actor("sam")).waiting
    #expect(waiting.first?.hold?.contains("an administrator has to reassign it") == true)
  }

  @Test("an administrator reassigns an orphaned item; it counts for who was asked")
  func reassigned() throws {
    let (bench, id) = try orphaned()
    try bench.act(.reassign, id, by: "root", addressee: "sue")
    #expect(try bench.asked(id) == ["sue"])
    #expect(try bench.openItems(of: id).first?.onBehalfOf == "frank")
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("An item that is offered to several for one person stays that person's when it is released")
  func released() throws {
    let bench = try Bench(
      """
        - approval: check
          steps:
            - step: one
              assign: { user: frank, fallback: { group: receipts } }
              limit: 1 day
              escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: reject } ]
      """)
    let id = try bench.underWay()
    let away = Bench.organization.replacing(
      "name: Frank Berg, manager: sue", with: "name: Frank Berg, disabled: true, manager: sue")
    try bench.engine.loadOrganization(away, file: "organization.yaml", by: Bench.root)
    try bench.run()
    #expect(try bench.asked(id) == ["ann", "bob"])
    try bench.act(.accept, id, by: "ann")
    try bench.act(.release, id, by: "ann")
    #expect(try bench.openItems(of: id).map(\.personActedFor) == ["frank"])
    bench.clock.advance(by: .seconds(86_400))
    try bench.run()
    // The one item of frank went to the escalation; none is left with the others.
    #expect(try bench.asked(id) == ["sue"])
    #expect(try bench.openItems(of: id).map(\.personActedFor) == ["frank"])
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }
}
