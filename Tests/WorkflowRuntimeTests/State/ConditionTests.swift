// Conditions and texts: what they read is recorded, what fails says where (SPEC 4, 9).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ConditionTests {
  @Test("a condition that fails names its element, its step and itself")
  func failing() throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: only, when: amount * share > 5, assign: { user: frank } } ]
      """)
    let error = #expect(throws: RuntimeError.self) { try machine.begin() }
    #expect(error?.code == .conditionFailed)
    for word in ["check", "only", "amount * share > 5"] {
      #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }
  }

  @Test("the people that a hierarchy read, and the values of its condition, are in the history")
  func reads() throws {
    var machine = try Machine.task("{ hierarchy: manager, from: originator, until: grade >= 2 }")
    try machine.begin()
    let entry = try #require(machine.history.first { $0.event == .assigned })
    let values = Dictionary(uniqueKeysWithValues: entry.values.map { ($0.name, $0.value) })
    #expect(values["sam.manager"] == "frank" && values["frank.manager"] == "sue")
    #expect(values["frank.grade"] == "1" && values["sue.grade"] == "2")
    #expect(entry.detail?.hasSuffix("frank, sue") == true)
  }

  @Test("texts are filled with what the document says when the item is made")
  func texts() throws {
    var machine = try Machine(
      """
        - task: check
          subject: "Trip to {country}"
          instructions: "{amount} asked"
          assign: { user: bob }
      """)
    machine.facts.fields["country"] = "SE"
    try machine.begin()
    #expect(machine.open.first?.subject == "Trip to SE")
    #expect(machine.open.first?.instructions == "500 asked")
  }
}
