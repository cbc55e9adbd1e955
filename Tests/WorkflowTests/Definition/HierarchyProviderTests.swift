// The walk up a hierarchy: SPEC 5.

import Testing
import Workflow

@Suite struct HierarchyProviderTests {
  private let managers: [PersonID: PersonID] = ["a": "b", "b": "c", "c": "d", "x": "y", "y": "x"]

  private func people(
    _ provider: HierarchyProvider, from start: PersonID = "a", disabled: Set<PersonID> = [],
    holdsFor: Set<PersonID> = []
  ) -> [PersonID] {
    provider.people(
      from: start, superior: { managers[$0] }, isActive: { !disabled.contains($0) },
      holds: { _, person in holdsFor.contains(person) })
  }

  @Test("Without a stop condition the first superior is asked")
  func first() {
    #expect(people(HierarchyProvider()) == ["b"])
    #expect(people(HierarchyProvider(), disabled: ["b"]) == ["c"])
    #expect(people(HierarchyProvider(), from: "d") == [])
  }

  @Test("The walk collects until the condition holds, and takes as told")
  func until() throws {
    let condition = try Workflow.Expression("signing_limit > 5")
    let all = HierarchyProvider(until: condition)
    #expect(people(all, holdsFor: ["c"]) == ["b", "c"])
    #expect(people(HierarchyProvider(until: condition, take: .last), holdsFor: ["c"]) == ["c"])
    let except = HierarchyProvider(until: condition, take: .except(condition))
    #expect(people(except, holdsFor: ["c"]) == ["b"])
    #expect(people(all, disabled: ["b"], holdsFor: ["b", "d"]) == ["c", "d"])
  }

  @Test("A walk whose condition never holds asks nobody, or the last one")
  func top() throws {
    let condition = try Workflow.Expression("signing_limit > 5")
    #expect(people(HierarchyProvider(until: condition)) == [])
    #expect(people(HierarchyProvider(until: condition, atTop: .take)) == ["d"])
  }

  @Test("A ring of superiors ends the walk")
  func ring() throws {
    let condition = try Workflow.Expression("signing_limit > 5")
    #expect(people(HierarchyProvider(until: condition, atTop: .take), from: "x") == ["y"])
  }
}
