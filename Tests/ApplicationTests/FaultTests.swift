// Work that stopped, as commands tell it: to whom, and with which words.

import Testing
import Workflow

@testable import Application

struct FaultTests {
  /// A store with a workflow of hans that asks a group whose members have gone.
  private func faultyWorld() throws -> World {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.store
    func people(_ members: String) throws -> String {
      try world.file(
        "people-\(members).yaml",
        """
        organization: Small Ltd
        time-zone: UTC
        currency: EUR
        administrators: [carol]
        users: [{ id: carol, name: Carol }, { id: hans, name: Hans }, { id: sam, name: Sam }]
        groups: { reviewers: [\(members)] }
        """)
    }
    #expect(
      world.run("init", "--organization", try people("hans"), "--test-clock").status == .done)
    let workflow = try world.file(
      "w.yaml",
      """
      workflow: faulty
      title: Faulty
      type: expense-report
      owner: hans
      activation: total >= 0
      elements:
        - task: check
          assign: { group: reviewers }
      """)
    #expect(world.run("workflow", "save", workflow, "--activate", "--yes").status == .done)
    #expect(world.run("organization", "load", try people(""), "--yes").status == .done)
    return world
  }

  @Test("queue run tells what failed and what is stopped, with the errors")
  func queueRun() throws {
    let world = try faultyWorld()
    let id = world.makeReport(by: "sam", amount: "12.00")
    world.run("submit", id, "--as", "sam", "--no-run")
    let ran = world.run("queue", "run")
    #expect(ran.output.contains("1 failed: see queue list"), "\(ran.output)")
    #expect(ran.errors.contains("reviewers") && ran.errors.contains(id), "\(ran.errors)")
    let again = world.run("queue", "run")
    #expect(!again.output.contains("failed"))
    var last = ran
    for _ in 0..<4 {
      let waiting = world.run("queue", "list", "--output", "jsonl").lines.first
      let retry = try #require(waiting?["retryAt"]?.string)
      last = world.run("queue", "run", "--now", retry)
    }
    #expect(last.output.contains("1 failed, 1 of them stopped"), "\(last.output) \(last.errors)")
  }

  @Test("status tells administrators and the owner of the workflow what stopped")
  func status() throws {
    let world = try faultyWorld()
    let id = world.makeReport(by: "sam", amount: "12.00")
    world.run("submit", id, "--as", "sam")
    world.run("queue", "run", "--now", "2030-01-01T00:00:00Z")
    for person in ["carol", "hans"] {
      let told = world.run("status", "--as", person)
      #expect(told.output.contains("for you    1 instance to see to: I-000001 (\(id))"))
      let json = world.run("status", "--as", person, "--output", "json").json["item"]?["yours"]
      #expect(json?["stuck"] == 1 && json?["instances"] == ["I-000001"])
    }
    #expect(!world.run("status", "--as", "sam").output.contains("for you"))
    #expect(world.run("instance", "show", "I-1", "--as", "hans").status == .done)
  }

  @Test("an import that cannot keep its rejected rows makes nothing")
  func importing() throws {
    let world = try World.sample()
    let path = try world.file(
      "r.csv",
      "date,category,merchant,amount\n2026-03-01,travel,DSB,12.50\n2026-03-01,travel,DSB,x\n")
    let taken = try world.file("rejected.csv", "mine")
    let ran = world.run("report", "import", path, "--rejected", taken, "--as", "sam")
    #expect(ran.status == .cannotCreate)
    #expect(world.run("report", "list", "--as", "sam", "--output", "jsonl").lines.isEmpty)
    let free = world.folder + "/free.csv"
    let second = world.run(
      "report", "import", path, "--rejected", free, "--as", "sam", "--output", "json")
    #expect(second.json["item"]?["documents"] == ["ER-000001"])
    #expect(second.status == .someFailed && second.errors.contains("free.csv"))
  }
}
