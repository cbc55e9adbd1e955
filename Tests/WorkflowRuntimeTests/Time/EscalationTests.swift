// Escalation: an ordered path, per item, with a final action at its end (SPEC 8).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct EscalationTests {
  static let path = """
    limit: 3 days
    escalate:
      - { assign: { user: ann }, limit: 1 day }
      - { assign: { user: sue }, limit: 2 days }
      - { finally: reject }
    """

  @Test("Microsoft's example: overdue to the first, then the second, then the final reject")
  func microsoft() throws {
    var machine = try Machine.limited("bob", Self.path)
    try machine.begin()
    try machine.advance(by: .days(3))
    #expect(machine.asked == ["ann"])
    #expect(machine.statuses(of: "bob") == [.escalated])
    #expect(machine.open.first?.onBehalfOf == "bob")
    #expect(machine.open.first?.dueAt == machine.now.advanced(by: .days(1)))
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["sue"])
    #expect(machine.statuses(of: "ann") == [.escalated])
    try machine.advance(by: .days(2))
    #expect(machine.statuses(of: "sue") == [.escalated])
    #expect(machine.open.map(\.kind) == [.return])
    #expect(machine.asked == ["sam"])
    #expect(machine.document?.status == .rejected)
    #expect(machine.details(.limitReached) == ["reject"])
    #expect(
      machine.history.filter { $0.event == .escalated }.map(\.onBehalfOf) == ["bob", "bob"])
  }

  @Test("who has the escalated item answers for the overdue person, and n stays")
  func countsAsTheirs() throws {
    var machine = try Machine.limited("bob, frank", policy: "all", Self.path)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.advance(by: .days(3))
    #expect(machine.asked == ["ann"])
    #expect(machine.state?.elements["check"]?.rounds.last?.people == ["bob", "frank"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed && machine.timers.isEmpty)
    let answer = machine.state?.elements["check"]?.rounds.last?.answers.last
    #expect(answer?.actor.person == "ann" && answer?.onBehalfOf == "bob")
  }

  @Test("each overdue item goes its own way along the path")
  func perItem() throws {
    var machine = try Machine.limited("bob, frank", policy: "all", Self.path)
    try machine.begin()
    try machine.advance(by: .days(3))
    #expect(machine.asked == ["ann", "ann"])
    #expect(machine.open.map(\.onBehalfOf) == ["bob", "frank"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.timers.map(\.timer.onBehalfOf) == ["frank"])
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.status == .completed)
  }

  @Test("after downtime each entry gets its full limit from now")
  func downtime() throws {
    var machine = try Machine.limited("bob", Self.path)
    try machine.begin()
    machine.now = machine.now.advanced(by: .days(100))
    try machine.run()
    #expect(machine.asked == ["ann"])
    #expect(machine.waiting(since: machine.now) == ["escalation 1 day"])
    machine.now = machine.now.advanced(by: .days(50))
    try machine.run()
    #expect(machine.asked == ["sue"])
    #expect(machine.waiting(since: machine.now) == ["escalation 2 days"])
  }

  @Test("the final action is one answer among others: a vote goes on without it")
  func oneOfMany() throws {
    var machine = try Machine.limited(
      "bob, frank, ann", policy: "majority", "limit: 1 day\nescalate: [ { finally: approve } ]")
    try machine.begin()
    try machine.advance(by: .days(1))
    // Two of three are enough: the third is not asked any more.
    #expect(machine.status == .completed)
    #expect(machine.details(.limitReached).count == 2)
    #expect(machine.items.map(\.status) == [.escalated, .escalated, .notNeeded])
  }

  @Test("an offered task goes to the one person of the entry")
  func task() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { users: [bob, frank] }
          outcomes: { fine: complete, wrong: return }
          limit: 1 day
          escalate: [ { assign: { user: ann }, limit: 1 day }, { finally: wrong } ]
      """)
    try machine.begin()
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["ann"])
    #expect(machine.open.first?.outcomes.map(\.name) == ["fine", "wrong"])
    #expect(machine.open.first?.kind == .task)
    try machine.advance(by: .days(1))
    #expect(machine.document?.status == .rejected)
    let answer = machine.state?.elements["check"]?.rounds.last?.answers.last
    #expect(answer?.choice == "wrong" && answer?.isAutomatic == true)
    #expect(answer?.onBehalfOf == "ann", "whose item it had become")
  }

  @Test("A task that one of several accepted is escalated for that one, who is the overdue person")
  func accepted() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { users: [bob, frank] }
          limit: 1 day
          escalate: [ { assign: { user: ann }, limit: 1 day }, { finally: complete } ]
      """)
    try machine.begin()
    machine.items[0].assignee = "frank"
    machine.items[0].status = .accepted
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["ann"] && machine.open.first?.onBehalfOf == "frank")
    #expect(machine.history.first { $0.event == .escalated }?.onBehalfOf == "frank")
    try machine.advance(by: .days(1))
    let answer = machine.state?.elements["check"]?.rounds.last?.answers.last
    #expect(answer?.onBehalfOf == "frank")
    #expect(machine.status == .completed)
  }

  @Test("Who is reminded and overdue is who holds the item, after a delegation as well")
  func holders() throws {
    var machine = try Machine.limited(
      "bob, frank", policy: "all", "limit: 2 days\nremind: [1 day before]")
    try machine.begin()
    machine.items[0].assignee = "root"
    machine.items[0].onBehalfOf = "bob"
    try machine.advance(by: .days(1))
    #expect(machine.details(.reminded) == ["root, frank"])
    try machine.advance(by: .days(1))
    #expect(machine.details(.overdue) == ["root, frank"])
  }

  @Test("a choice that nobody makes ends in the outcome of the final action")
  func choice() throws {
    var machine = try Machine(
      """
        - choice: audit
          assign: { user: bob }
          limit: 1 day
          escalate: [ { assign: { user: ann }, limit: 1 day }, { finally: call } ]
          outcomes:
            call: { title: Call first, elements: [ { task: phone, assign: { user: frank } } ] }
            skip: { title: No call }
      """)
    try machine.begin()
    try machine.advance(by: .days(1))
    #expect(machine.open.map(\.kind) == [.choice] && machine.asked == ["ann"])
    #expect(machine.open.first?.onBehalfOf == "bob")
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["frank"])
    #expect(machine.open.first?.element.description == "audit/call/phone")
  }

  @Test("a barred originator gets no escalated item")
  func barred() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { user: bob }
          limit: 1 day
          escalate:
            - { assign: { user: sam, fallback: { user: ann } }, limit: 1 day }
            - { finally: complete }
      """, head: "submitter-may-approve: false")
    try machine.begin()
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["ann"])
    #expect(machine.events.contains(.personPassedOver))
  }

  @Test("an escalated item goes to whom its person delegated")
  func delegated() throws {
    var machine = try Machine.limited("bob", Self.path)
    machine.facts.delegations = [
      StandingDelegation(from: "ann", to: "root", scope: .all, start: nil, end: nil)
    ]
    try machine.begin()
    try machine.advance(by: .days(3))
    #expect(machine.asked == ["root"])
    #expect(machine.open.first?.onBehalfOf == "bob")
    #expect(machine.events.contains(.delegated))
    try machine.answer(.approve, by: "root")
    #expect(machine.status == .completed)
  }

  @Test("an answer of the system that decides a step still asks its final approver")
  func finalApprover() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: bob }
          steps:
            - step: only
              assign: { users: [sam, frank, bob] }
              policy: majority
              limit: 1 day
              escalate: [ { finally: approve } ]
      """)
    try machine.begin()
    try machine.answer(.approve, by: "sam")
    try machine.advance(by: .days(1))
    // Sam and, by the limit, Frank are a majority: Bob, who did not answer, is asked finally.
    #expect(machine.asked == ["bob"])
    #expect(machine.details(.limitReached).count == 1)
    #expect(machine.timers.isEmpty)
  }

  @Test("an entry that does not give exactly one person stops the instance with a sentence")
  func severalPeople() throws {
    var machine = try Machine.limited(
      "bob",
      "limit: 1 day\n"
        + "escalate: [ { assign: { group: pair }, limit: 1 day }, { finally: reject } ]")
    try machine.begin()
    let error = try #require(throws: RuntimeError.self) { try machine.advance(by: .days(1)) }
    #expect(error.message.contains("entry 1 of the escalation must give one person"))
    #expect(machine.asked == ["bob"])
  }
}
