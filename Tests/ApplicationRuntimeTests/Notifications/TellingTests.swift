// Who is told of what without any rule of a workflow (SPEC 8, 9, 10).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct TellingTests {
  @Test("Who gets a work item is told of it, and the originator of the completion")
  func usual() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    #expect(
      try bench.told("frank") == ["assigned: NO-000001 “Trip”: Approve NO-000001."]
        || bench.events(toldTo: "frank") == [.assigned])
    #expect(try bench.told("sam") == [])
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.told("sam") == ["completed: NO-000001 “Trip” is approved."])
    #expect(try bench.events(toldTo: "frank") == [.assigned])
  }

  @Test("Members to whom a task is offered are all told; nobody disabled is")
  func offered() throws {
    let bench = try Bench(
      "  - task: receipts\n    assign: { users: [ann, bob] }\n"
        + "    notify: { complete: [{ user: kim }, originator] }")
    let id = try bench.underWay()
    #expect(try bench.events(toldTo: "ann") == [.assigned])
    #expect(try bench.events(toldTo: "bob") == [.assigned])
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    #expect(try bench.events(toldTo: "kim") == [])
    #expect(try bench.events(toldTo: "sam") == [.complete, .completed])
  }

  @Test("A returned document is told to its originator, with all comments")
  func returned() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "frank", comment: "no receipt")
    try bench.run()
    #expect(
      try bench.told("sam") == [
        "returned: NO-000001 “Trip” came back to you, to be changed and resubmitted: no receipt"
      ])
  }

  @Test("A change requested of somebody is told to that one")
  func changeRequested() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.requestChange, id, by: "frank", comment: "round it", addressee: "ann")
    try bench.run()
    #expect(
      try bench.told("ann") == [
        "change-requested: NO-000001 “Trip”: a change is requested of you: round it"
      ])
  }

  @Test("A stopped instance is told to owner and administrators, whatever the rules say")
  func stopped() throws {
    let bench = try Bench()
    try bench.activate(
      Elements.post,
      head: "owner: sue\nnotify: { stopped: [{ to: [owner], text: \"Look: {element}\" }] }")
    bench.probe.fail("post")
    let id = try bench.underWay()
    for _ in 0..<6 {
      bench.clock.advance(by: .seconds(600))
      try bench.run()
    }
    #expect(try bench.instance(of: id).status == .stopped)
    #expect(try bench.told("sue") == ["stopped: Look: post"])
    let text = try #require(try bench.told("root").first)
    for word in ["NO-000001", "Sam Holt", "I-000001", "post", "resume it"] {
      #expect(text.contains(word), "\(text)")
    }
    #expect(try bench.told("root").count == 1)
    #expect(try bench.told("sam") == [])
  }

  @Test("An instance that cannot be read any more is told to administrators once")
  func unrecoverable() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id)
    try bench.store.write { transaction in
      var broken = instance
      broken.state = "{"
      try transaction.update(broken)
    }
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.instance(of: id).status == .unrecoverable)
    #expect(try bench.events(toldTo: "root") == [.unrecoverable])
    try bench.act(.cancel, id, by: "root")
    try bench.run()
    #expect(try bench.events(toldTo: "root") == [.unrecoverable])
  }

  @Test("A cancellation is told to the originator, but not to one who recalled it")
  func canceled() throws {
    let bench = try Bench(Elements.manager)
    let first = try bench.underWay()
    try bench.act(.recall, first, by: "sam")
    try bench.run()
    #expect(try bench.told("sam") == [])
    let second = try bench.underWay()
    try bench.act(.cancel, second, by: "root", comment: "twice")
    try bench.run()
    #expect(
      try bench.told("sam") == [
        "canceled: NO-000002 “Trip”: its workflow was canceled by Root: twice"
      ])
  }

  @Test("Reminders and overdue items are told to those asked, escalated ones to both")
  func limits() throws {
    let bench = try Bench(
      """
        - approval: manager
          steps:
            - step: manager
              assign: { user: frank }
              limit: 1 hour
              remind: [10 minutes before]
              escalate:
                - { assign: { user: sue }, limit: 2 hours }
                - { finally: reject }
      """)
    _ = try bench.underWay()
    bench.clock.advance(by: .seconds(3_000))
    try bench.run()
    #expect(try bench.events(toldTo: "frank") == [.assigned, .reminder])
    bench.clock.advance(by: .seconds(600))
    try bench.run()
    #expect(try bench.events(toldTo: "frank") == [.assigned, .reminder, .escalate])
    #expect(try bench.events(toldTo: "sue") == [.assigned])
    bench.clock.advance(by: .seconds(7_200))
    try bench.run()
    #expect(try bench.events(toldTo: "sue") == [.assigned, .escalate])
    #expect(try bench.events(toldTo: "sam") == [.returned])
  }

  @Test("Overdue without escalation is told to those asked")
  func overdue() throws {
    let bench = try Bench(
      "  - task: receipts\n    assign: { group: receipts }\n    limit: 1 hour\n"
        + "    notify: { overdue: { hierarchy: manager, from: { user: sam } } }")
    _ = try bench.underWay()
    bench.clock.advance(by: .seconds(3_600))
    try bench.run()
    for person: PersonID in ["ann", "bob"] {
      #expect(try bench.events(toldTo: person) == [.assigned, .overdue])
    }
    #expect(try bench.events(toldTo: "frank") == [.overdue])
  }

  @Test("Who gets an item by delegation or reassignment is told, and by whom it was")
  func handedOver() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.delegate, id, by: "frank", comment: "for you", addressee: "sue")
    #expect(try bench.events(toldTo: "sue") == [.assigned])
    #expect(try bench.told("sue")[0].hasSuffix(": for you"))
    try bench.act(.reassign, id, by: "root", addressee: "ann")
    #expect(try bench.events(toldTo: "ann") == [.assigned])
    #expect(try bench.events(toldTo: "frank") == [.assigned])
  }

  @Test(
    "An item that goes to somebody else when its person leaves is told; an orphan to administrators"
  )
  func orphaned() throws {
    let bench = try Bench(Elements.manager)
    _ = try bench.underWay()
    let without = Bench.organization.replacing(
      "name: Frank Berg,", with: "name: Frank Berg, disabled: true,")
    try bench.engine.loadOrganization(without, file: "o.yaml", by: Bench.root)
    try bench.run()
    #expect(try bench.events(toldTo: "root") == [.orphaned])
    try bench.run()
    #expect(try bench.events(toldTo: "root") == [.orphaned])
  }

  @Test("A leap of the clock is told to administrators, once")
  func clockLeap() throws {
    let bench = try Bench(Elements.manager)
    _ = try bench.underWay()
    bench.clock.leap(by: .seconds(86_400))
    try bench.run()
    try bench.run()
    #expect(try bench.events(toldTo: "root") == [.clockLeap])
    #expect(try bench.told("root")[0].contains("1440 minutes ahead"))
    try bench.engine.releaseTimers(by: Bench.root)
    bench.clock.leap(by: .seconds(3_600))
    try bench.run()
    #expect(try bench.events(toldTo: "root") == [.clockLeap, .clockLeap])
  }

  @Test("A message that fails tells nothing; what is told is there once after a crash")
  func exactlyOnce() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    #expect(try bench.events(toldTo: "sam") == [])
    bench.probe.fail("post", nil)
    bench.store.inject(.crash, at: .beforeCommit)
    bench.clock.advance(by: .seconds(600))
    try? bench.run()
    bench.restart()
    try bench.run()
    #expect(try bench.events(toldTo: "sam") == [.completed])
    #expect(try bench.status(id) == .approved)
  }
}
