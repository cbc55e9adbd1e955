// Whatever people do, and whenever: what holds of limits, items and children after every message.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct RandomWalkTests {
  static let elements = """
      - task: receipts
        assign: { users: [bob, frank] }
        limit: 2 days
        remind: [every 1 day before, every 1 day after]
        outcomes: { fine: complete, wrong: return }
        escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: fine } ]
      - parallel: checks
        join: 2
        branches:
          - branch: people
            elements:
              - approval: management
                restart: step
                steps:
                  - step: manager
                    assign: { users: [bob, sue, frank] }
                    policy: majority
                    limit: 3 days
                    remind: [1 day before]
                    escalate:
                      - { assign: { user: ann }, limit: 1 day }
                      - { assign: { user: root }, limit: 1 day }
                      - { finally: reject }
                  - { step: board, assign: { user: ann }, limit: 5 days }
          - branch: whole
            elements:
              - approval: finance
                limit: 4 days
                remind: [every 1 day before]
                finally: approve
                steps:
                  - { step: one, assign: { users: [bob, ann] }, policy: all }
                  - { step: two, assign: { user: frank } }
          - branch: lines
            elements: [ { lines: all, otherwise: small-line } ]
      - choice: audit
        assign: { user: bob }
        limit: 1 day
        escalate: [ { assign: { user: ann }, limit: 1 day }, { finally: call } ]
        outcomes:
          call: { elements: [ { task: phone, assign: { user: frank }, limit: 1 day } ] }
          skip: { title: No call }
      - repeat: second-look
        while: amount > 0
        at-most: 2
        elements:
          - task: look-again
            assign: { owner: true }
            restart: workflow
            outcomes: { fine: complete, wrong: return }
            limit: 1 day
      - subworkflow: advance
        workflow: small-line
        document: country
    """

  @Test("limits, items and children agree with the state after whatever happens", arguments: 1...20)
  func walk(seed: Int) throws {
    var chance = Chance(seed: seed)
    var machine = try LinesTests.machine([1, 2, 3], Self.elements, head: "owner: ann")
    machine.facts.delegations = [StandingDelegation(from: "frank", to: "root")]
    try machine.begin()
    for _ in 0..<chance.below(200) where machine.status == .pending {
      try machine.happen(&chance)
      machine.checkLimits()
    }
    guard machine.status == .pending else { return }
    try machine.handle(chance.holds(1, in: 2) ? .recall : .cancel)
    while let child = machine.canceledChildren.first {
      try machine.end(child, chance.holds(1, in: 2) ? .canceled : .completed)
    }
    #expect(machine.status == .canceled && machine.timers.isEmpty)
  }
}

/// Chance that is the same for the same seed.
struct Chance {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func holds(_ share: Int, in whole: Int) -> Bool { below(whole) < share }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }
}

extension Machine {
  fileprivate mutating func happen(_ chance: inout Chance) throws {
    switch chance.below(10) {
    case 0..<4: try answerSomething(&chance)
    case 4, 5: try advance(by: .hours(1 + chance.below(40)))
    case 6:
      // Nothing runs for a while.
      now = now.advanced(by: .hours(chance.below(200)))
      try run()
    case 7, 8:
      guard let child = chance.pick(children + canceledChildren) else { return }
      let isCanceled = canceledChildren.contains(child)
      let outcome = chance.pick(
        isCanceled
          ? [ElementOutcome.canceled, .completed] : [.completed, .completed, .denied, .canceled])
      try end(child, outcome ?? .completed)
    default:
      if chance.holds(1, in: 6) {
        target = definition
        try handle(.migrate, Payload(version: 2 + (state?.version ?? 0)))
      } else if chance.holds(1, in: 5), let path = chance.pick(state?.current ?? []) {
        try handle(.resume, Payload(element: path, skip: .completed))
      }
    }
  }

  private mutating func answerSomething(_ chance: inout Chance) throws {
    guard let item = chance.pick(open), let person = chance.pick(item.visibleTo) else { return }
    switch item.kind {
    case .return, .changeRequested:
      if chance.holds(1, in: 3) {
        facts.fields["amount"] = .number(.init(chance.below(1000)))
        facts.revision += 1
      }
      try give(.resubmit, to: item, by: person, changes: "amount")
    case .task, .choice:
      if chance.holds(1, in: 6) {
        try give(.requestChange, to: item, by: person, addressee: "tom")
      } else if let outcome = chance.pick(item.outcomes) {
        try give(
          outcome.answer == .complete ? .complete : .reject, to: item, by: person,
          choice: outcome.name)
      } else {
        try give(.complete, to: item, by: person)
      }
    case .approval:
      try give(chance.holds(1, in: 5) ? .reject : .approve, to: item, by: person)
    }
    try run()
  }

  /// Every limit that the state knows is in the queue once, and no other is.
  fileprivate func checkLimits() {
    guard let state, state.stage == .running else { return }
    var expected: [String] = []
    for (path, element) in state.elements where element.phase == .working {
      if let due = element.dueAt, element.rounds.last?.isOverdue != true, due > now {
        expected.append("elementLimit \(path) \(element.pass) \(due)")
      }
      guard let round = element.rounds.last, !round.isDecided else { continue }
      if let due = round.dueAt, round.escalations.isEmpty, due > now {
        expected.append("due \(path) \(element.pass) \(due)")
      }
      for escalation in round.escalations where !round.isAnswered(for: escalation.onBehalfOf) {
        if let due = escalation.dueAt, due > now {
          expected.append("escalation \(path) \(element.pass) \(due)")
        }
      }
      for item in open where item.element == path && item.line == nil {
        let due =
          round.escalations.contains { $0.person == item.assignee && $0.dueAt == item.dueAt }
          ? item.dueAt : round.dueAt ?? element.dueAt
        #expect(item.dueAt == due, "\(path)")
      }
    }
    let found = queue.compactMap { waiting -> String? in
      guard let timer = waiting.timer, timer.kind != .reminder,
        let payload = try? Payload(stored: JSON(parsing: waiting.payload))
      else { return nil }
      return
        "\(timer.kind.rawValue) \(payload.element ?? .root) \(payload.pass ?? 0) \(waiting.dueAt)"
    }
    #expect(found.sorted() == expected.sorted(), "at \(now)")
  }
}
