// Who is asked (SPEC 5).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct AssignmentTests {
  @Test(
    "each provider resolves to its people",
    arguments: [
      ("{ user: bob }", ["bob"]), ("{ users: [sue, bob, kim] }", ["sue", "bob"]),
      ("{ group: pair }", ["sue", "bob"]), ("{ administrators: true }", ["root"]),
      ("{ originator: true }", ["sam"]),
      ("{ hierarchy: manager, from: originator }", ["frank"]),
      ("{ hierarchy: manager, from: originator, until: grade >= 2 }", ["frank", "sue"]),
      ("{ hierarchy: manager, from: originator, until: grade >= 3, take: last }", ["ann"]),
      (
        "{ hierarchy: manager, from: originator, until: grade >= 3, take: { except: grade == 2 } }",
        ["frank", "ann"]
      ),
      ("{ hierarchy: manager, from: originator, until: grade > 9, at-top: take }", ["ann"]),
      ("{ hierarchy: manager, from: { user: sue }, until: grade > 1 }", ["ann"]),
      // kim is disabled and passed over: the walk goes on to sue.
      ("{ hierarchy: manager, from: { user: tom } }", ["sue"]),
      ("{ user: kim, fallback: { administrators: true } }", ["root"]),
      ("{ group: empty, fallback: { user: bob } }", ["bob"]),
      ("{ group: ghosts, fallback: { user: bob } }", ["bob"]),
    ])
  func providers(_ assignment: String, _ people: [String]) throws {
    var machine = try Machine.task(assignment)
    try machine.begin()
    #expect(machine.asked == people.map { PersonID($0) })
  }

  @Test(
    "nobody resolved: an error that names element, step, provider and start person",
    arguments: [
      ("{ user: kim }", "user kim"), ("{ group: empty }", "group empty"),
      ("{ user: stranger }", "user stranger"),
      ("{ hierarchy: manager, from: originator, until: grade > 9 }", "from sam"),
      ("{ hierarchy: manager, from: { user: ann } }", "from ann"),
      ("{ hierarchy: manager, from: owner }", "hierarchy manager from owner"),
      ("{ group: empty, fallback: { group: ghosts } }", "group empty"),
    ])
  func nobody(_ assignment: String, _ words: String) throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: only, assign: \(assignment) } ]
      """)
    let error = #expect(throws: RuntimeError.self) { try machine.begin() }
    #expect(error?.code == .nobodyAssigned)
    for word in ["“check”", "“only”", words] {
      #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }
    #expect(machine.state?.elements["check"]?.phase == .starting)
  }

  @Test("nobody resolved: the error says who was passed over, why, and which values were read")
  func nobodyBecause() throws {
    var machine = try Machine.task(
      "{ field: reviewer, fallback: { user: kim } }", head: "submitter-may-approve: false")
    machine.facts.fields["reviewer"] = "sam"
    let error = #expect(throws: RuntimeError.self) { try machine.begin() }
    let why = "(sam: the originator may not approve; kim: disabled; reviewer = sam)"
    #expect(error?.message.contains(why) == true, "\(error?.message ?? "")")
    machine = try Machine.task("{ field: reviewer }")
    let empty = #expect(throws: RuntimeError.self) { try machine.begin() }
    #expect(empty?.message.contains("(reviewer = nothing)") == true, "\(empty?.message ?? "")")
  }

  @Test("the fallback that was used and who was passed over are logged")
  func logged() throws {
    var machine = try Machine.task("{ user: kim, fallback: { user: bob } }")
    try machine.begin()
    #expect(machine.history.first { $0.event == .personPassedOver }?.detail == "kim: disabled")
    #expect(machine.events.contains(.fallbackUsed))
  }

  @Test("a cycle in the hierarchy ends the walk like its top")
  func cycle() throws {
    var machine = try Machine.task(
      "{ hierarchy: manager, from: originator, until: grade > 9, at-top: take }")
    machine.facts.organization = Organization(
      name: "Ring", currency: .euro, administrators: ["root"],
      people: [
        Person(id: "sam", name: "Sam", login: "sam", manager: "a"),
        Person(id: "a", name: "A", login: "a", manager: "b"),
        Person(id: "b", name: "B", login: "b", manager: "a"),
      ])
    try machine.begin()
    #expect(machine.asked == ["b"])
  }

  @Test("submitter-may-approve: false bars the originator from every assignment and fallback")
  func barred() throws {
    let head = "submitter-may-approve: false"
    var machine = try Machine.task("{ users: [sam, bob] }", head: head)
    try machine.begin()
    #expect(machine.asked == ["bob"])
    var alone = try Machine.task("{ user: sam, fallback: { originator: true } }", head: head)
    #expect(throws: RuntimeError.self) { try alone.begin() }
  }

  @Test("an assignment is resolved when its step starts, not before")
  func late() throws {
    var machine = try Machine(
      """
        - task: first
          assign: { user: bob }
        - task: second
          assign: { hierarchy: manager, from: originator }
      """)
    try machine.begin()
    machine.facts.organization = Facts.organization(
      """
        - { id: sam, name: Sam, manager: ann }
        - { id: ann, name: Ann }
        - { id: sue, name: Sue }
        - { id: bob, name: Bob }
        - { id: kim, name: Kim }
        - { id: root, name: Root }
      """)
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["ann"])
  }
}
