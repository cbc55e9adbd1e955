// Open items follow the organisation and the day (SPEC 5).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ReconciliationTests {
  private func organization(
    disabled: [String] = [], delegations: String = "", members: String = "ann, bob",
    until: String? = nil
  ) -> String {
    func user(_ id: String, _ more: String = "") -> String {
      "  - { id: \(id), name: \(id)\(more)\(disabled.contains(id) ? ", disabled: true" : "") }"
    }
    return """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [root]
      users:
      \(user("sam", ", manager: frank"))
      \(user("frank", ", manager: sue" + (until.map { ", active-to: \($0)" } ?? "")))
      \(user("sue"))
      \(user("ann"))
      \(user("bob"))
      \(user("root"))
      groups: { receipts: [ann, bob] }
      queues: { desk: { members: [\(members)], administrators: [root], status: active } }
      delegations: [\(delegations)]
      """
  }

  private func load(_ bench: Bench, _ text: String) throws {
    try bench.engine.loadOrganization(text, file: "organization.yaml", by: Bench.root)
    try bench.run()
  }

  private func bench(_ elements: String) throws -> Bench {
    let bench = try Bench(elements.contains("queue") ? "" : elements)
    try bench.engine.loadOrganization(organization(), file: "o.yaml", by: Bench.root)
    if elements.contains("queue") { try bench.activate(elements) }
    return bench
  }

  @Test("An open item whose person becomes disabled goes to the delegate, who acts for them")
  func delegated() throws {
    let bench = try bench(Elements.manager)
    let id = try bench.underWay()
    try load(
      bench,
      organization(disabled: ["frank"], delegations: "{ from: frank, to: ann, scope: all }"))
    #expect(try bench.asked(id) == ["ann"])
    #expect(try bench.openItems(of: id).map(\.onBehalfOf) == ["frank"])
    #expect(bench.events(of: id).last == .reassigned)
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("Without a delegate the fallback of the assignment is asked, for the same person")
  func fallback() throws {
    let bench = try bench(
      """
        - approval: manager
          steps:
            - step: manager
              assign: { user: frank, fallback: { users: [ann, bob] } }
      """)
    let id = try bench.underWay()
    try load(bench, organization(disabled: ["frank", "bob"]))
    #expect(try bench.asked(id) == ["ann"])
    try load(bench, organization(disabled: ["frank", "ann"]))
    #expect(try bench.asked(id) == ["bob"])
    #expect(try bench.openItems(of: id).map(\.personActedFor) == ["frank"])
    try bench.act(.approve, id, by: "bob")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("An item for which nobody is found is orphaned, and comes back with its person")
  func orphaned() throws {
    let bench = try bench(Elements.manager)
    let id = try bench.underWay()
    try load(bench, organization(disabled: ["frank"]))
    #expect(try bench.openItems(of: id).map(\.status) == [.orphaned])
    #expect(try bench.asked(id).isEmpty)
    #expect(bench.events(of: id).last == .orphaned)
    try load(bench, organization())
    #expect(try bench.asked(id) == ["frank"])
    #expect(try bench.openItems(of: id).map(\.status) == [.open])
  }

  @Test("The originator does not stand in for the final approver who has left")
  func finalApproval() throws {
    let bench = try bench(
      """
        - approval: manager
          final-approver: { user: sue }
          steps: [ { step: manager, assign: { user: sam } } ]
      """)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "sam")
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
    try load(
      bench, organization(disabled: ["sue"], delegations: "{ from: sue, to: sam, scope: all }"))
    #expect(try bench.openItems(of: id).map(\.status) == [.orphaned])
  }

  @Test("Items of a queue follow its members")
  func queue() throws {
    let bench = try bench("  - task: look\n    assign: { queue: desk }\n")
    let id = try bench.underWay()
    #expect(try bench.asked(id) == ["ann", "bob"])
    try load(bench, organization(members: "bob, sue"))
    #expect(try bench.asked(id) == ["bob", "sue"])
    try bench.act(.accept, id, by: "sue")
    try load(bench, organization(disabled: ["sue"], members: "bob, sue"))
    #expect(try bench.asked(id) == ["bob"])
  }

  @Test("A returned document of a disabled originator goes to the originator's manager")
  func returned() throws {
    let bench = try bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "ann")
    try bench.run()
    #expect(try bench.asked(id) == ["sam"])
    try load(bench, organization(disabled: ["sam"]))
    #expect(try bench.asked(id) == ["frank"])
    #expect(try bench.document(id).editableBy == "frank")
    try bench.act(.resubmit, id, by: "frank")
    try bench.run()
    #expect(try bench.asked(id) == ["ann", "bob"])
  }

  @Test("The day changes what the organisation says about a person")
  func day() throws {
    let bench = try bench(Elements.manager)
    try load(bench, organization(until: "2026-03-02"))
    let id = try bench.underWay()
    #expect(try bench.asked(id) == ["frank"])
    bench.clock.advance(by: .seconds(86_400))
    try bench.run()
    #expect(try bench.openItems(of: id).map(\.status) == [.orphaned])
  }

  @Test("Items are looked through page by page, and each once for an organisation on a day")
  func pages() throws {
    let bench = try bench(Elements.manager)
    let ids = try (0..<230).map { _ in try bench.submitted() }
    try bench.run()
    try load(
      bench,
      organization(disabled: ["frank"], delegations: "{ from: frank, to: ann, scope: all }"))
    for id in ids { #expect(try bench.asked(id) == ["ann"]) }
    let commits = bench.store.commits
    try bench.run()
    #expect(bench.store.commits == commits)
  }
}
