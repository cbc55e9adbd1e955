// What people may do: every action, by role, in each state of a document (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct PermissionTests {
  private static let elements = """
      - decision: small
        when: amount < 10
        yes:
          - automated: post
            run: post
        no:
          - decision: foreign
            when: country == "SE"
            yes:
              - task: receipts
                assign: { group: receipts }
            no:
              - approval: manager
                steps: [ { step: manager, assign: { user: frank } } ]
    """

  @Test(
    "every action, for every role, in every state: allowed, or the reason in words",
    arguments: Standing.allCases)
  func matrix(_ standing: Standing) throws {
    let people: [PersonID] = ["sam", "frank", "ann", "bob", "sue", "root"]
    let bench = try Bench(Self.elements)
    let id = try standing.document(in: bench)
    for person in people {
      let actions = try bench.engine.explain(id, as: Actor(person)).actions
      #expect(actions.map(\.action) == Action.allCases)
      let allowed = Set(actions.filter(\.isAllowed).map(\.action)).subtracting([.comment])
      #expect(allowed == standing.allowed[person] ?? [], "\(person) on \(standing)")
      for action in actions where !action.isAllowed {
        #expect(action.reason?.isEmpty == false)
      }
    }
  }

  @Test(
    "what explain refuses, the engine refuses with the same reason, and changes nothing",
    arguments: Standing.allCases)
  func refusals(_ standing: Standing) throws {
    let people: [PersonID] = ["sam", "frank", "ann", "bob", "sue", "root"]
    let bench = try Bench(Self.elements)
    let id = try standing.document(in: bench)
    let before = bench.store.commits
    for person in people {
      let actions = try bench.engine.explain(id, as: Actor(person)).actions
      for offer in actions where !offer.isAllowed {
        guard ![.edit, .delete].contains(offer.action) else { continue }
        let refusal = bench.refusal(offer.action, id, by: person)
        #expect(refusal != nil, "\(person) \(offer.action) on \(standing)")
        guard offer.action != .undo else { continue }
        #expect(
          refusal?.message.contains(offer.reason ?? "?") == true,
          "\(refusal?.message ?? "") / \(offer.reason ?? "")")
      }
    }
    #expect(bench.store.commits == before)
  }

  @Test("what explain allows, the engine does", arguments: Standing.allCases)
  func permitted(_ standing: Standing) throws {
    for (person, actions) in standing.allowed {
      for action in actions.subtracting([.edit, .delete]) {
        let bench = try Bench(Self.elements)
        let id = try standing.document(in: bench)
        let version = try bench.activate(Self.elements, head: "priority: 1").version
        let request = ActionRequest(
          action, .document(id), comment: "because",
          addressee: [.delegate, .reassign].contains(action) ? "sue" : nil,
          version: action == .migrate ? version : nil)
        #expect(throws: Never.self, "\(person) \(action) on \(standing)") {
          try bench.engine.perform(request, by: Actor(person))
        }
      }
    }
  }

  @Test("strangers and disabled people may do nothing")
  func strangers() throws {
    let bench = try Bench(Self.elements)
    let id = try bench.underWay()
    #expect(bench.refusal(.approve, id, by: "nobody")?.message.contains("nobody in this") == true)
    #expect(bench.refusal(.comment, id, by: "kim")?.message.contains("disabled") == true)
    #expect(bench.refusal(.comment, id, by: "bob")?.message.contains("involved") == true)
    try bench.act(.comment, id, by: "frank")
    #expect(bench.events(of: id).last == .commented)
  }

  @Test("only administrators run the batch job, the organisation and the workflows")
  func administrators() throws {
    let bench = try Bench(Self.elements)
    let sam = Actor("sam")
    #expect(throws: EngineError.self) { try bench.engine.pause(by: sam) }
    #expect(throws: EngineError.self) { try bench.engine.continue(by: sam) }
    #expect(throws: EngineError.self) { try bench.engine.step(by: sam) }
    #expect(throws: EngineError.self) { try bench.engine.runNow(by: sam) }
    #expect(throws: EngineError.self) { try bench.engine.setBatchJob(batchSize: 1, by: sam) }
    #expect(throws: EngineError.self) {
      try bench.engine.loadOrganization(Bench.organization, file: "o", by: sam)
    }
    #expect(throws: EngineError.self) {
      try bench.engine.loadOrganization(Bench.organization, file: "o", by: nil)
    }
    #expect(throws: EngineError.self) {
      try bench.engine.activateWorkflow(
        "usual", version: nil, acceptingWarnings: true, by: sam)
    }
  }
}
