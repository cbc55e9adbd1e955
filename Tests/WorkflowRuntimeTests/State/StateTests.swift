// The state as a value: repeatable, storable, and told by its changes.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct StateTests {
  /// A run with returns, branches, several people and an end; the second one equals the first.
  private func run() throws -> Machine {
    var machine = try Machine(
      """
        - task: receipts
          assign: { group: pair }
        - decision: large
          when: amount > 100
          yes:
            - approval: both
              steps:
                - { step: one, assign: { users: [frank, sue] }, policy: all }
                - { step: two, assign: { hierarchy: manager, from: originator, until: grade > 2 } }
          no: []
        - automated: post
          run: post
      """)
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.requestChange, by: "sue", addressee: "ann")
    machine.now = machine.now.advanced(by: .seconds(90))
    try machine.answer(.resubmit, by: "ann")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
    return machine
  }

  @Test("the same input gives the same transitions, bit for bit")
  func deterministic() throws {
    let first = try run()
    let second = try run()
    #expect(first.transitions == second.transitions)
    #expect(
      first.transitions.map(\.state.json.text) == second.transitions.map(\.state.json.text))
  }

  @Test("every state comes back from its stored form")
  func roundTrip() throws {
    for transition in try run().transitions {
      let text = transition.state.json.text
      let read = try InstanceState(stored: try JSON(parsing: text))
      #expect(read == transition.state)
      #expect(read.json.text == text)
      for entry in transition.history {
        #expect(try HistoryEntry(stored: try JSON(parsing: entry.json.text)) == entry)
      }
    }
  }

  @Test("the changes in the history fold to each state")
  func fold() throws {
    var folded: InstanceState?
    for transition in try run().transitions {
      let changes = transition.history.compactMap(\.change)
      #expect(changes.count <= 1)
      for change in changes {
        folded = try folded?.applying(change) ?? InstanceState(stored: change)
      }
      #expect(folded == transition.state)
    }
  }

  @Test("a message that changes the state leaves an entry that says so")
  func entries() throws {
    var before: InstanceState?
    for transition in try run().transitions {
      if transition.state != before { #expect(transition.history.last?.change != nil) }
      before = transition.state
    }
  }

  @Test(
    "a stored state that is damaged is refused with what is wrong in it",
    arguments: [
      "[]", "{}", #"{"instance":"x"}"#,
      #"{"instance":1,"document":"d","documentType":"n","workflow":"w","version":1,"originator":"s","stage":"dancing","elements":{}}"#,
      #"{"instance":1,"document":"d","documentType":"n","workflow":"w","version":1,"originator":"s","stage":"running","elements":{"a":{"pass":1,"phase":"x","startedAt":1}}}"#,
      #"{"instance":1,"document":"d","documentType":"n","workflow":"w","version":99999999999999999999,"originator":"s","stage":"running","elements":{}}"#,
    ])
  func damaged(_ text: String) throws {
    let json = try JSON(parsing: text)
    let error = #expect(throws: RuntimeError.self) { try InstanceState(stored: json) }
    #expect(error?.code == .unreadable)
  }
}
