// Who acts for whom under the standing delegations.

import Testing
import Workflow

@Suite struct DelegatingTests {
  private let day = Day(year: 2026, month: 12, day: 24) ?? .earliest

  private func organization(_ delegations: [StandingDelegation]) -> Organization {
    let ids = ["ann", "bill", "carol", "donna", "erin", "frank"].map { PersonID($0) }
    return Organization(
      name: "A", currency: .euro, administrators: ["ann"],
      people: ids.map { Person(id: $0, name: $0.rawValue, isDisabled: $0 == "erin") },
      delegations: delegations)
  }

  private func delegate(
    of person: PersonID = "ann", barred: Set<PersonID> = [], _ delegations: StandingDelegation...
  ) -> DelegationResult {
    organization(delegations).delegate(
      of: person, on: day, type: "expense-report", workflow: "expense-approval",
      isBarred: barred.contains)
  }

  @Test("Without a rule the person acts")
  func none() {
    #expect(delegate() == DelegationResult(person: "ann"))
    #expect(
      delegate(of: "bill", .init(from: "ann", to: "bill")) == DelegationResult(person: "bill"))
  }

  @Test("A chain is followed to its end")
  func chain() {
    let first = StandingDelegation(from: "ann", to: "bill")
    let second = StandingDelegation(from: "bill", to: "carol")
    #expect(delegate(first, second) == DelegationResult(person: "carol", chain: [first, second]))
  }

  @Test("A cycle ends at the last person before the repeat")
  func cycle() {
    let there = StandingDelegation(from: "ann", to: "bill")
    let back = StandingDelegation(from: "bill", to: "ann")
    #expect(delegate(there, back) == DelegationResult(person: "bill", chain: [there]))
    #expect(delegate(of: "bill", there, back) == DelegationResult(person: "ann", chain: [back]))
    let on = StandingDelegation(from: "bill", to: "carol")
    let around = StandingDelegation(from: "carol", to: "bill")
    #expect(delegate(there, on, around) == DelegationResult(person: "carol", chain: [there, on]))
  }

  @Test("A rule holds from its first day to its last")
  func days() {
    func holds(_ start: Int?, _ end: Int?) -> Bool {
      delegate(
        .init(
          from: "ann", to: "bill", start: start.map { day.adding(days: $0) },
          end: end.map { day.adding(days: $0) })
      ).person == "bill"
    }
    #expect(holds(nil, nil) && holds(0, 0) && holds(-1, nil) && holds(nil, 1))
    #expect(!holds(1, nil) && !holds(nil, -1))
  }

  @Test("The rule for the workflow goes before the one for the type, and that before all others")
  func scopes() {
    let all = StandingDelegation(from: "ann", to: "bill")
    let type = StandingDelegation(from: "ann", to: "carol", scope: .type("expense-report"))
    let workflow = StandingDelegation(
      from: "ann", to: "donna", scope: .workflow("expense-approval"))
    let other = StandingDelegation(from: "ann", to: "frank", scope: .type("other"))
    #expect(delegate(all, type, workflow, other).person == "donna")
    #expect(delegate(all, type, other).person == "carol")
    #expect(delegate(other, all).person == "bill")
    #expect(delegate(other).person == "ann")
    #expect(delegate(all, .init(from: "ann", to: "carol")).person == "bill")
  }

  @Test("Who is barred or not active is passed over, on to their own delegate or the next rule")
  func passedOver() {
    let toBill = StandingDelegation(from: "ann", to: "bill")
    let toCarol = StandingDelegation(from: "bill", to: "carol")
    let through = delegate(barred: ["bill"], toBill, toCarol)
    #expect(
      through
        == DelegationResult(
          person: "carol", chain: [toBill, toCarol], passedOver: [.init("bill", .barred)]))
    let next = StandingDelegation(from: "ann", to: "donna")
    #expect(delegate(barred: ["bill"], toBill, next).person == "donna")
    let nobody = delegate(barred: ["bill", "carol"], toBill, toCarol)
    #expect(nobody.person == "ann" && nobody.chain.isEmpty)
    #expect(nobody.passedOver == [.init("bill", .barred), .init("carol", .barred)])
    #expect(
      delegate(.init(from: "ann", to: "erin"))
        == DelegationResult(person: "ann", passedOver: [.init("erin", .notActive)]))
    #expect(delegate(.init(from: "ann", to: "gone")).passedOver == [.init("gone", .notActive)])
  }

  @Test("Rules that lead everywhere are followed in bounded time")
  func bounded() {
    let people = (0..<3000).map { PersonID("p\($0)") }
    var rules = zip(people, people.dropFirst()).map { StandingDelegation(from: $0, to: $1) }
    let far = Organization(
      name: "A", currency: .euro, administrators: people,
      people: people.map {
        Person(id: $0, name: "x")
      }, delegations: rules)
    let result = far.delegate(of: "p0", on: day, type: "a", workflow: "b") { _ in false }
    #expect(result.person == "p2999" && result.chain.count == 2999)
    for left in people.prefix(60) {
      rules += people.prefix(60).map { StandingDelegation(from: left, to: $0) }
    }
    let dense = Organization(
      name: "A", currency: .euro, administrators: people,
      people: people.map {
        Person(id: $0, name: "x")
      }, delegations: rules)
    let none = dense.delegate(of: "p0", on: day, type: "a", workflow: "b") { $0 != "p0" }
    #expect(none.person == "p0" && none.passedOver.count == 2999)
  }
}
