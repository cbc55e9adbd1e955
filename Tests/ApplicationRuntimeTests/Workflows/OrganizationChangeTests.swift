// What another organisation would mean for active workflows and open items (SPEC 3, 5).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct OrganizationChangeTests {
  private func findings(_ bench: Bench, _ text: String) throws -> [Finding] {
    try bench.engine.checkOrganization(text, file: "o.yaml").findings
  }

  private static func without(_ person: String) -> String {
    Bench.organization.split(separator: "\n").filter { !$0.contains("id: \(person),") }
      .joined(separator: "\n")
  }

  @Test("People who are removed while they hold items are told, with the items and what to do")
  func removed() throws {
    let bench = try Bench(Elements.manager)
    for _ in 0..<5 { _ = try bench.underWay() }
    #expect(try findings(bench, Bench.organization) == [])
    let text = Self.without("frank").replacing("manager: frank", with: "manager: sue")
    let found = try findings(bench, text)
    #expect(found.allSatisfy { $0.severity == .warning && !$0.remedy.isEmpty })
    let held = try #require(found.first { $0.message.contains("has 5 open work items") })
    #expect(held.location.file == "o.yaml" && held.message.contains("“frank”"))
    #expect(held.message.contains("(W-000001, W-000002, W-000003, …)"))
    // The workflow that names him is told at the same time, with its line.
    let named = try #require(found.first { $0.location.file == "usual version 1" })
    #expect(named.message.contains("frank") && named.location.line > 5)
    let disabled = Bench.organization.replacing(
      "name: Frank Berg,", with: "name: Frank Berg, disabled: true,")
    #expect(try findings(bench, disabled).contains { $0.message.contains("is not active in it") })
  }

  @Test(
    "Groups that active workflows name and that are gone are told; one of several is not missed")
  func groups() throws {
    let bench = try Bench(Elements.receipts)
    _ = try bench.underWay()
    let gone = Bench.organization.replacing("receipts: [ann, bob], ", with: "")
    let found = try findings(bench, gone)
    #expect(found.contains { $0.message.contains("receipts") && $0.location.line > 0 })
    let fewer = Self.without("ann").replacing("[ann, bob]", with: "[bob]")
    #expect(try findings(bench, fewer) == [])
  }

  @Test("A queue that is gone is told with the items that lie in it")
  func queues() throws {
    let bench = try Bench()
    let text = Bench.organization + "\nqueues: { desk: { members: [ann], status: active } }"
    try bench.engine.loadOrganization(text, file: "o.yaml", by: Bench.root)
    try bench.activate("  - task: look\n    assign: { queue: desk }\n")
    _ = try bench.underWay()
    #expect(try findings(bench, text) == [])
    let found = try findings(bench, Bench.organization)
    #expect(found.contains { $0.message.contains("“desk”, which holds 1 open work item") })
    #expect(found.contains { $0.location.file == "usual version 1" })
  }
}
