// Saving versions, activating them, and taking a workflow out of use (SPEC 3).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct WorkflowSavingTests {
  private static func text(_ elements: String, owner: String = "") -> String {
    "workflow: usual\ntitle: Usual\ntype: note\n\(owner)elements:\n\(elements)"
  }

  /// Nobody has these attributes or belongs to that group: the check warns of neither but of one
  /// originator whose manager cannot be found.
  private static let warned = text(
    """
      - approval: manager
        steps:
          - step: manager
            assign: { hierarchy: manager, from: originator, take: last, at-top: take }
    """)

  @Test("Saving the same text again gives the version that there is")
  func same() throws {
    let bench = try Bench()
    func save(_ text: String) throws -> StoredWorkflowVersion {
      try bench.engine.saveWorkflow(text, file: "w", comment: nil, by: Bench.root)
    }
    let first = try save(Self.text(Elements.manager))
    #expect(try save(Self.text(Elements.manager)) == first)
    #expect(try save(Self.text(Elements.receipts)).version == 2)
    // The text of an older version is a change of the newest one.
    #expect(try save(Self.text(Elements.manager)).version == 3)
    #expect(try bench.engine.versions(of: "usual").map(\.version) == [3, 2, 1])
  }

  @Test("Saving and activating is done whole or not at all")
  func whole() throws {
    let bench = try Bench(Elements.manager)
    let before = try bench.engine.versions(of: "usual")
    func save(_ text: String, accepting: Bool = false) throws -> SavedWorkflow {
      try bench.engine.saveAndActivateWorkflow(
        text, file: "w", comment: nil, acceptingWarnings: accepting, by: Bench.root)
    }
    #expect(try !bench.engine.checkWorkflow(Self.warned, file: "w").findings.isEmpty)
    #expect(throws: EngineError.self) { try save(Self.warned) }
    #expect(throws: EngineError.self) {
      try save(Self.text("  - task: t\n    assign: { group: none }\n"), accepting: true)
    }
    #expect(try bench.engine.versions(of: "usual") == before)
    let saved = try save(Self.warned, accepting: true)
    #expect(saved.isNew && saved.version.isActive && !saved.warnings.isEmpty)
    let again = try save(Self.warned, accepting: true)
    #expect(!again.isNew && again.version == saved.version)
    #expect(try bench.engine.versions(of: "usual").map(\.isActive) == [true, false])
  }

  @Test("A workflow that is taken out of use starts for no document; what runs goes on")
  func none() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.engine.deactivateWorkflow("usual", by: Bench.root)
    #expect(try bench.engine.versions(of: "usual").allSatisfy { !$0.isActive })
    let draft = try bench.draft()
    #expect(bench.refusal(.submit, draft, by: "sam") != nil)
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    let error = #expect(throws: EngineError.self) {
      try bench.engine.deactivateWorkflow("usual", by: Bench.root)
    }
    #expect(error?.code == .conflict)
    try bench.engine.activateWorkflow(
      "usual", version: nil, acceptingWarnings: true, by: Bench.root)
    try bench.act(.submit, draft, by: "sam")
  }

  @Test("A workflow that another one or a type starts is not taken out of use")
  func needed() throws {
    let bench = try Bench("") { $0.defaultWorkflow = "usual" }
    try bench.activate(Elements.manager, id: "each", head: "level: line")
    try bench.activate("  - lines: each-line\n    otherwise: each\n")
    for (id, reason) in [("each", "the active workflow usual"), ("usual", "the type note")] {
      let error = #expect(throws: EngineError.self) {
        try bench.engine.deactivateWorkflow(WorkflowID(id), by: Bench.root)
      }
      #expect(error?.code == .notAllowed && error?.message.contains(reason) == true)
    }
  }

  @Test("The owner of a workflow that is out of use may use it again; others may not")
  func owner() throws {
    let bench = try Bench()
    _ = try bench.engine.saveAndActivateWorkflow(
      Self.text(Elements.manager, owner: "owner: ann\n"), file: "w", comment: nil,
      acceptingWarnings: true, by: Bench.root)
    #expect(throws: EngineError.self) {
      try bench.engine.deactivateWorkflow("usual", by: Actor("sam"))
    }
    try bench.engine.deactivateWorkflow("usual", by: Actor("ann"))
    try bench.engine.activateWorkflow(
      "usual", version: 1, acceptingWarnings: true, by: Actor("ann"))
    #expect(try bench.engine.versions(of: "usual").map(\.isActive) == [true])
  }
}
