// Workflows of any shape, in which people do anything: each comes to its end.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct RandomFlowTests {
  private static let slow: [Set<MessageType>] = [
    [], [], [.stepCompleted], [.elementEnded], [.elementStarted], [.automatedExecution],
    [.stepCompleted, .elementEnded],
  ]

  @Test("A workflow of any shape comes to its end, whatever people answer", arguments: 1...40)
  func walk(seed: Int) throws {
    var chance = Chance(seed: seed)
    var shape = RandomShape()
    let elements = shape.sequence(&chance, depth: 0).joined(separator: "\n")
    let head = chance.holds(1, in: 5) ? "keep-approvals: true" : "submitter-may-approve: false"
    var machine = try Machine(elements, head: head)
    machine.facts.delegations = [.init(from: "frank", to: "bob"), .init(from: "tom", to: "sam")]
    try machine.begin()
    for _ in 0..<60 where machine.status == .pending {
      // Some answers are in the queue together with others, or with a repeated one.
      let count = 1 + chance.below(3)
      for _ in 0..<count { try machine.answerSomething(&chance, mood: 4) }
      // Some handlers are slow: what they are told is acknowledged after other messages.
      machine.held = chance.pick(Self.slow) ?? []
      try machine.run()
      try machine.answerSomething(&chance, mood: 4)
      try machine.run()
      machine.held = []
      try machine.run()
      if chance.holds(1, in: 25), let path = chance.pick(machine.state?.current ?? []) {
        let outcomes: [ElementOutcome] = [.completed, .returned, .denied, .canceled]
        try machine.handle(.resume, Payload(element: path, skip: chance.pick(outcomes)))
      }
    }
    // From here on everybody agrees.
    for _ in 0..<400 where machine.status == .pending {
      try machine.answerSomething(&chance, mood: 0)
      try machine.run()
    }
    #expect(machine.status == .completed, "\(elements)")
    if !machine.definition.keepApprovals { try machine.checkContent() }
    let denied = machine.state?.elements.values.contains { $0.outcome == .denied } == true
    #expect(machine.document?.status == (denied ? .rejected : .approved))
  }
}

/// Elements of all kinds, nested by chance.
struct RandomShape {
  private var count = 0

  mutating func sequence(_ chance: inout Chance, depth: Int) -> [String] {
    (0..<(1 + chance.below(depth == 0 ? 4 : 2))).map { _ in
      "  - " + element(&chance, depth: depth)
    }
  }

  private mutating func name() -> String {
    count += 1
    return "e\(count)"
  }

  /// One element in flow style, so that it may stand anywhere.
  private mutating func element(_ chance: inout Chance, depth: Int) -> String {
    let name = name()
    let restart = chance.pick(["element", "element", "step", "workflow"]) ?? "element"
    let whole = restart == "workflow" ? restart : "element"
    switch chance.below(depth < 2 ? 9 : 4) {
    case 0:
      return "{ task: \(name), assign: { users: [bob, sue] }, restart: \(whole) }"
    case 1, 2:
      return "{ approval: \(name), restart: \(restart), skip-approved: \(chance.holds(1, in: 3)), "
        + "final-approver: { user: ann, otherwise: root }, steps: [ \(step("one", &chance)), "
        + "\(step("two", &chance)), \(step("three", &chance)) ] }"
    case 3: return "{ automated: \(name), run: post, again: \(chance.holds(1, in: 2)) }"
    case 4:
      return "{ decision: \(name), when: amount > \(chance.below(1_000)), "
        + "yes: [ \(inner(&chance, depth)) ], no: [ \(inner(&chance, depth)) ] }"
    case 5:
      return "{ choice: \(name), assign: { user: sue }, restart: \(whole), outcomes: { "
        + "a: { title: A, elements: [ \(inner(&chance, depth)) ] }, b: { title: B } } }"
    case 6:
      return "{ repeat: \(name), while: amount > 300, at-most: 2, "
        + "elements: [ \(inner(&chance, depth)) ] }"
    default:
      let join = chance.pick(["all", "all", "1", "2"]) ?? "all"
      let branches = ["x", "y", "z"].map {
        "{ branch: \($0), elements: [ \(inner(&chance, depth)) ] }"
      }
      return
        "{ parallel: \(name), join: \(join), branches: [ \(branches.joined(separator: ", ")) ] }"
    }
  }

  private func step(_ name: String, _ chance: inout Chance) -> String {
    let people = chance.pick(["[frank]", "[frank, sue, ann]", "[tom, bob]", "[ann, root]"]) ?? ""
    let policy = chance.pick(["single", "all", "majority", "majority, tally: votes", "50%"]) ?? ""
    let when = chance.holds(1, in: 4) ? "when: amount > 400, " : ""
    return "{ step: \(name), \(when)assign: { users: \(people) }, policy: \(policy) }"
  }

  private mutating func inner(_ chance: inout Chance, _ depth: Int) -> String {
    sequence(&chance, depth: depth + 1).map { String($0.dropFirst(4)) }.joined(separator: ", ")
  }
}

extension Machine {
  /// Every approval that counts in the end was given to the document as it is in the end.
  fileprivate func checkContent() throws {
    let content = try facts.contentHash
    for (path, element) in state?.elements ?? [:] where element.outcome == .completed {
      guard definition.element(at: path)?.definition is ApprovalElement else { continue }
      let approvals = element.rounds.flatMap(\.approvals)
      #expect(approvals.allSatisfy { $0.content == content }, "\(path)")
    }
  }

  /// Somebody answers something; the document changes now and then.
  ///
  /// - Parameter mood: of ten answers so many are not forward.
  fileprivate mutating func answerSomething(_ chance: inout Chance, mood: Int) throws {
    guard let item = chance.pick(open), let person = chance.pick(item.visibleTo) else { return }
    let isForward = !chance.holds(mood, in: 10)
    switch item.kind {
    case .return, .changeRequested:
      if mood > 0, chance.holds(1, in: 2) {
        facts.fields["amount"] = .number(.init(chance.below(1_000)))
      } else if chance.holds(1, in: 2) {
        facts.fields["note"] = .text("\(chance.below(100))")
      }
      try give(.resubmit, to: item, by: person, changes: "now \(facts.fields["amount"].display)")
    case .task, .choice, .approval:
      // Items on hold are not answered, except by an answer that was given before.
      if state?.sentBack.isEmpty == false, chance.holds(4, in: 5) { return }
      let outcomes: [Answer.Outcome] = [.reject, .requestChange, .reject]
      let forward: Answer.Outcome = item.kind == .approval ? .approve : .complete
      let denies = item.kind == .approval && chance.holds(1, in: 8)
      let back = denies ? Answer.Outcome.deny : chance.pick(outcomes) ?? .reject
      try give(
        isForward ? forward : back, to: item, by: person,
        choice: item.kind == .choice && isForward ? item.outcomes.randomName(&chance) : nil,
        addressee: back == .requestChange ? "root" : nil)
    }
    now = now.advanced(by: .seconds(1))
  }
}

extension [ItemOutcome] {
  fileprivate func randomName(_ chance: inout Chance) -> String? { chance.pick(map(\.name)) }
}
