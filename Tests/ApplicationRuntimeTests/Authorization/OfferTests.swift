// What is offered can be done: cases that the property tests of the workflow language found.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct OfferTests {
  @Test("Commenting is offered to those involved only")
  func comment() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    func offer(_ person: PersonID) throws -> ActionAvailability? {
      try bench.engine.explain(id, as: Actor(person)).actions.first { $0.action == .comment }
    }
    #expect(try offer("frank")?.isAllowed == true)
    #expect(try offer("ann")?.reason == "only those involved in it may comment")
    let refusal = bench.refusal(.comment, id, by: "ann")
    #expect(refusal?.message.contains("only those involved in it may comment") == true)
  }

  @Test("A change asked of somebody who has left and has no superior waits for an administrator")
  func leftMeanwhile() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.requestChange, id, by: "frank", addressee: "bob", undo: .seconds(5))
    let away = Bench.organization.replacing("name: Bob Ost", with: "name: Bob Ost, disabled: true")
    try bench.engine.loadOrganization(away, file: "organization.yaml", by: Bench.root)
    try bench.run()
    bench.clock.advance(by: .seconds(5))
    try bench.run()
    #expect(try bench.openItems(of: id).map(\.status) == [.orphaned])
    #expect(bench.events(of: id).contains(.orphaned))
    try bench.act(.reassign, id, by: "root", addressee: "sam")
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("An instance as it is now has what was reassigned since its last message")
  func lookingBack() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    try bench.act(.reassign, id, by: "root", addressee: "bob")
    let instance = try bench.instance(of: id)
    let moment = try bench.engine.instance(instance.id, at: nil, as: Bench.root)
    #expect(moment.state?.json.text == instance.state)
  }
}
