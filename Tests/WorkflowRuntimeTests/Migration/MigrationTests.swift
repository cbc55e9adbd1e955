// Moving a waiting instance to another version (SPEC 3).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct MigrationTests {
  static let first = """
      - approval: check
        steps:
          - { step: one, assign: { user: bob }, limit: 3 days }
          - { step: two, assign: { user: ann } }
    """

  /// Begins in one version and migrates to another.
  static func migrated(
    _ first: String = first, to second: String, _ prepare: (inout Machine) throws -> Void = { _ in }
  ) throws -> Machine {
    var machine = try Machine(first)
    try machine.begin()
    try prepare(&machine)
    machine.target = try Machine(second).definition
    try machine.handle(.migrate, Payload(actor: Actor("root"), comment: "mended", version: 2))
    return machine
  }

  @Test("items, due times and answers stay, and the flow goes on in the other version")
  func stays() throws {
    var machine = try Self.migrated(
      to: """
          - task: before
            assign: { user: root }
          - approval: check
            steps:
              - { step: one, assign: { user: frank }, limit: 1 day }
              - { step: three, assign: { user: sue } }
        """)
    #expect(machine.state?.version == 2)
    #expect(machine.details(.migrated) == ["version 1 to 2"])
    #expect(machine.asked == ["bob"])
    #expect(machine.timers.map(\.dueAt) == [machine.now.advanced(by: .days(3))])
    try machine.answer(.approve, by: "bob")
    #expect(machine.asked == ["sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.status == .completed)
  }

  @Test("it is refused with the reason where the instance could not go on")
  func refused() throws {
    for (second, reason) in [
      ("  - task: other\n    assign: { user: bob }", "that version has no element “check”"),
      ("  - task: check\n    assign: { user: bob }", "“check” is task there, not approval"),
      (
        "  - approval: check\n    steps: [ { step: two, assign: { user: ann } } ]",
        "“check” has no step “one” there"
      ),
    ] {
      var machine = try Self.migrated(to: second)
      #expect(machine.state?.version == 1)
      #expect(machine.details(.migrationRefused) == ["version 1 to 2: \(reason)"])
      try machine.answer(.approve, by: "bob")
      #expect(machine.asked == ["ann"])
    }
  }

  @Test("enclosing branches must be there as well")
  func branches() throws {
    let inside = """
        - decision: large
          when: amount > 1
          yes: [ { task: look, assign: { user: bob } } ]
          no: []
      """
    let gone = try Self.migrated(
      inside,
      to: """
          - decision: large
            when: amount > 1
            yes: []
            no: [ { task: look, assign: { user: bob } } ]
        """)
    #expect(gone.details(.migrationRefused).first?.contains("“large/yes/look”") == true)
    let there = try Self.migrated(
      inside,
      to: inside.replacing("when: amount > 1", with: "when: amount > 99999"))
    #expect(there.state?.version == 2)
  }

  @Test("a parallel with other branches, and an outcome that is offered and gone, are refused")
  func shape() throws {
    let parallel = """
        - parallel: both
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: bob } } ] }
            - { branch: b, elements: [ { task: two, assign: { user: ann } } ] }
      """
    let more =
      parallel + "\n      - { branch: c, elements: [ { task: three, assign: { user: sue } } ] }"
    #expect(
      try Self.migrated(parallel, to: more).details(.migrationRefused).first?
        .contains("other branches") == true)
    let task = "  - task: look\n    assign: { user: bob }\n    outcomes: "
    #expect(
      try Self.migrated(
        task + "{ fine: complete, bad: return }", to: task + "{ fine: complete, poor: return }"
      ).details(.migrationRefused).first?.contains("no outcome “bad”") == true)
  }

  @Test("it is refused while children are open")
  func children() throws {
    let lines = "  - lines: all\n    otherwise: small-line"
    var machine = try LinesTests.machine([1], lines)
    try machine.begin()
    machine.target = machine.definition
    try machine.handle(.migrate, Payload(version: 2))
    #expect(
      machine.details(.migrationRefused)
        == ["version 1 to 2: lines or subworkflows of it are still open"])
  }

  @Test("an instance that is stopped by a mistake of its version goes on in a mended one")
  func stopped() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { group: empty }
      """)
    #expect(throws: RuntimeError.self) { try machine.begin() }
    machine.target = try Machine("  - task: check\n    assign: { user: bob }").definition
    try machine.handle(.migrate, Payload(version: 2))
    #expect(machine.asked == ["bob"])
  }

  @Test("the version that it runs in already is refused")
  func same() throws {
    var machine = try Machine(Self.first)
    try machine.begin()
    machine.target = machine.definition
    try machine.handle(.migrate, Payload(version: 1))
    #expect(
      machine.details(.migrationRefused)
        == ["version 1 to 1: it runs in that version already"])
  }
}
