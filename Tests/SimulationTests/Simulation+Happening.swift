// What happens to the store, the handlers, the organisation, the workflows and the clock.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension Simulation {
  mutating func planFault() {
    let place = random.one(of: StoreFaultPlace.change, .beforeCommit, .afterCommit)
    let fault =
      place == .afterCommit
      ? .crash
      : random.one(
        of: StoreFault.crash, .error(.busy), .error(.diskFull), .error(.inputOutput))
    let passes = place == .change ? random.number(0...40) : random.number(0...3)
    note("fault \(fault) \(place) after \(passes)")
    store.inject(fault, at: place, after: passes)
  }

  mutating func changeHandlers() throws {
    let names = ["inside", "outside"] + SimulatedType.handled.map(\.rawValue)
    let failing =
      random.chance(50) ? [] : Set([random.pick(names), random.pick(names)].compactMap(\.self))
    note("failing: \(failing.sorted())")
    behavior.setFailing(failing)
  }

  mutating func changeOrganization() throws {
    disabled = random.chance(50) ? [] : Set([random.pick(organization.people)].compactMap(\.self))
    disabled.remove(SimulatedOrganization.administrator)
    let delegations = (0..<random.number(0...2)).compactMap { _ in
      random.pick(organization.people).flatMap { from in
        random.pick(organization.people).map { (from: from, to: $0) }
      }
    }.filter { $0.from != $0.to }
    let members = organization.people.filter { _ in random.chance(40) }
    note("disabled: \(disabled.sorted()), delegations: \(delegations), members: \(members)")
    try process.engine.loadOrganization(
      organization.yaml(
        disabled: disabled, delegations: delegations, members: members,
        isOnHold: random.chance(20)),
      file: "o.yaml", by: Self.administrator)
  }

  /// Time goes on; now and then somebody sets the clock, and an administrator notices.
  mutating func passTime() throws {
    if random.chance(4) {
      note("the clock leaps")
      return clock.leap(by: .seconds(random.one(of: 900, 90_000)))
    }
    if random.chance(25) { try process.engine.releaseTimers(by: Self.administrator) }
    let passed = random.one(of: 1, 3, 10, 60, 4_000, 90_000)
    note("\(passed) seconds pass")
    clock.advance(by: .seconds(passed))
  }

  mutating func changeWorkflow() throws {
    let name = "w\(random.number(0...2))"
    note("new version of \(name)")
    if random.chance(25), let name = random.pick(SimulatedWorkflow.lineWorkflows) {
      return try save(
        SimulatedWorkflow.yaml(name, people: organization.people, ofLine: true, &random))
    }
    try save(SimulatedWorkflow.yaml(name, people: organization.people, &random))
  }

  mutating func pauseOrContinue() throws {
    if random.chance(30) {
      try process.engine.pause(by: Self.administrator)
    } else {
      try process.engine.continue(by: Self.administrator)
    }
  }

  mutating func step() throws {
    releaseAll()
    let (message, _) = try process.engine.step(by: Self.administrator)
    note("step: \(message.map { "\($0.sequence) \($0.type.rawValue)" } ?? "nothing")")
    if random.chance(80) { try process.engine.continue(by: Self.administrator) }
  }

  /// An administrator mends what is stopped, or has a message tried at once.
  mutating func mend() throws {
    behavior.setFailing([])
    note("mend")
    _ = try process.engine.resumeInstances(whereErrorContains: "", by: Self.administrator)
    let waiting = store.tables.pending.values.map(\.message)
      .filter { $0.retryAt != nil && $0.state == .waiting }.map(\.sequence).sorted()
    if let sequence = random.pick(waiting) {
      try process.engine.tryNow(sequence, by: Self.administrator)
    }
  }
}
