// Acting by command: items, several at once, keys, and a batch job that others steer.

import Testing
import Workflow

@testable import Application

struct ActingTests {
  /// A submitted report whose receipts were reviewed: frank is asked.
  private func waitingForFrank(in world: World) -> String {
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    world.run("complete", id, "--as", "ivan")
    return id
  }

  @Test("An item is named by its id or by its document, whatever the case and the zeros")
  func items() throws {
    let world = try World.sample()
    let id = waitingForFrank(in: world)
    #expect(id == "ER-000001")
    let ran = world.run("approve", "er-1", "--as", "frank", "--output", "json")
    #expect(ran.status == .done)
    #expect(ran.json["item"]?["status"] == "paid")
    #expect(ran.json["item"]?["handled"] == true)
    #expect(ran.json["item"]?["workItems"] == ["W-000002"])
  }

  @Test("A document on which nothing waits for the person is 77, with the reason")
  func notAsked() throws {
    let world = try World.sample()
    let id = waitingForFrank(in: world)
    let ran = world.run("approve", id, "--as", "mia", "--output", "json")
    #expect(ran.status == .notAllowed && ran.errorCode == "notAllowed")
  }

  @Test("Of several items each succeeds or fails by itself: 2")
  func several() throws {
    let world = try World.sample()
    _ = waitingForFrank(in: world)
    let ran = world.run(
      "approve", "W-000002", "W-000099", "--as", "frank", "--output", "json")
    #expect(ran.status == .someFailed)
    let items = try #require(ran.json["items"]?.array)
    #expect(items.map { $0["ok"] } == [true, false])
    #expect(items[1]["error"]?["code"] == "notFound")
    #expect(world.run("approve", "W-98", "W-99", "--as", "frank").status == .notFound)
  }

  @Test("An item that is closed names who closed it: 1")
  func closed() throws {
    let world = try World.sample()
    _ = waitingForFrank(in: world)
    world.run("approve", "W-2", "--as", "frank")
    let ran = world.run("approve", "W-2", "--as", "frank", "--output", "json")
    #expect(ran.status == .failed && ran.errorCode == "alreadyClosed")
  }

  @Test("reject needs a comment; with it the document comes back and goes again")
  func reject() throws {
    let world = try World.sample()
    let id = waitingForFrank(in: world)
    #expect(world.run("reject", id, "--as", "frank").status == .usage)
    #expect(
      world.run("reject", id, "--as", "frank", "--comment", "why?").status == .done)
    #expect(world.run("report", "set", id, "purpose=Better", "--as", "sam").status == .done)
    #expect(world.run("resubmit", id, "--as", "sam").status == .done)
  }

  @Test("The same key again changes nothing; with another request it is a conflict")
  func keys() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam", "--key", "k1")
    let again = world.run("submit", id, "--as", "sam", "--key", "k1", "--output", "json")
    #expect(again.status == .done && again.json["item"]?["repeated"] == true)
    let other = world.run("recall", id, "--as", "sam", "--key", "k1", "--output", "json")
    #expect(other.errorCode == "conflict")
  }

  @Test("A paused job is never driven: 0, handled false, and a sentence")
  func paused() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    #expect(world.run("queue", "pause", "--as", "sam").status == .notAllowed)
    world.run("queue", "pause", "--as", "carol")
    let ran = world.run("submit", id, "--as", "sam", "--output", "json")
    #expect(ran.status == .done)
    #expect(ran.json["item"]?["handled"] == false)
    #expect(ran.errors.contains("paused by carol"))
    let step = world.run("queue", "step", "--as", "carol", "--output", "json")
    #expect(step.json["item"]?["type"] == "activation")
    world.run("queue", "continue", "--as", "carol")
    world.run("queue", "run", "--as", "carol")
    #expect(world.run("inbox", "--as", "ivan", "--output", "jsonl").lines.count == 1)
  }

  @Test("--no-run leaves what was posted to the batch job")
  func noRun() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let ran = world.run("submit", id, "--as", "sam", "--no-run", "--output", "json")
    #expect(ran.json["item"]?["handled"] == false)
    #expect(ran.json["item"]?["status"] == "submitted")
  }

  @Test("Without a terminal, what would ask needs --yes")
  func confirmation() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    #expect(world.run("report", "delete", id, "--as", "sam").status == .usage)
    #expect(world.run("report", "delete", id, "--as", "sam", "--yes").status == .done)
    #expect(world.run("report", "show", id, "--as", "sam").status == .notFound)
  }

  @Test("Lines are added, set and removed; a wrong number or a stale revision changes nothing")
  func lines() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let added = world.run(
      "report", "add-line", id, "date=2026-03-03", "category=meals", "amount=12.50",
      "--as", "sam", "--output", "json")
    #expect(added.json["item"]?["total"]?["amount"] == "132.50")
    world.run("report", "set", id, "--line", "2", "amount=2", "--as", "sam")
    #expect(world.run("report", "remove-line", id, "9", "--as", "sam").status == .notFound)
    let stale = world.run(
      "report", "set", id, "purpose=x", "--revision", "1", "--as", "sam", "--output", "json")
    #expect(stale.errorCode == "conflict")
    let removed = world.run(
      "report", "remove-line", id, "1", "--as", "sam", "--output", "json")
    #expect(removed.json["item"]?["total"]?["amount"] == "2.00")
  }

  @Test("queue continue says that it continued; an empty list of an administrator names --all")
  func said() throws {
    let world = try World.sample()
    world.run("queue", "pause", "--as", "carol")
    #expect(world.run("queue", "continue", "--as", "carol").output.contains("continues"))
    #expect(world.run("report", "list", "--as", "carol").output.contains("--all"))
    #expect(!world.run("report", "list", "--as", "sam").output.contains("--all"))
  }

  @Test("What a new draft lacks is said as before it can be submitted, not as an error")
  func lacking() throws {
    let ran = try World.sample().run("report", "new", "--as", "sam")
    #expect(ran.status == .done)
    #expect(ran.errors.contains("before it can be submitted: "))
    #expect(!ran.errors.contains("error: "))
  }

  @Test("The payload of a message has ids and times as they are written everywhere")
  func payload() throws {
    let world = try World.sample()
    let id = waitingForFrank(in: world)
    world.run("approve", id, "--as", "frank")
    let messages = world.run("queue", "list", "--all", "--as", "carol", "--output", "json")
    let answers = (messages.json["items"]?.array ?? []).compactMap { message -> JSON? in
      guard let number = message["sequence"]?.text else { return nil }
      let shown = world.run("queue", "show", number, "--as", "carol", "--output", "json")
      return shown.json["item"]?["payload"]?["answer"]
    }
    let given = try #require(answers.last?.object)
    #expect(given["item"] == "W-000002")
    #expect(given["givenAt"]?.string?.hasSuffix("Z") == true)
  }
}
