// Delegating, reassigning, standing delegations, people: by command and in a batch.

import Testing
import Workflow

@testable import Application

struct HandoverCommandTests {
  private static func sample() throws -> World {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    world.run("complete", id, "--as", "ivan")
    return world
  }

  @Test("A delegated item is with the delegate, who acts for who was asked")
  func delegating() throws {
    let world = try Self.sample()
    #expect(world.run("delegate", "ER-1", "--as", "frank").status == .usage)
    let wrong = world.run("delegate", "ER-1", "--to", "dona", "--as", "frank", "--output", "json")
    #expect(wrong.status == .notFound && wrong.errors.contains("donna"))
    #expect(world.run("delegate", "ER-1", "--to", "sam", "--as", "frank").status == .notAllowed)
    #expect(world.run("delegate", "ER-1", "--to", "donna", "--as", "frank").status == .done)
    let inbox = world.run("inbox", "--as", "donna", "--output", "json").json["items"]?.array
    #expect(inbox?.first?["onBehalfOf"] == "frank" && inbox?.first?["assignee"] == "donna")
    #expect(world.run("approve", "ER-1", "--as", "donna").status == .done)
    let history = world.run("history", "ER-1", "--as", "carol", "--output", "json").output
    #expect(history.contains("\"onBehalfOf\":\"frank\""))
    let text = world.run("history", "ER-1", "--as", "carol").output
    #expect(text.contains("as Donna Kehl for Frank Berg") && text.contains("I-000001"))
  }

  @Test("A batch takes the new actions with to, outcome and queue")
  func batch() throws {
    let world = try Self.sample()
    let ran = world.run(
      "batch",
      input: """
        {"as":"frank","do":"delegate","document":"ER-000001","to":"donna"}
        {"as":"carol","do":"reassign","document":"ER-000001","to":"hans"}
        {"as":"hans","do":"choose","document":"ER-000001","outcome":"fine"}
        {"as":"hans","do":"move","document":"ER-000001","queue":"budget"}
        {"as":"hans","do":"aprove","document":"ER-000001"}
        {"as":"carol","do":"migrate","document":"ER-000001","version":7}
        {"as":"hans","do":"approve","document":"ER-000001"}

        """)
    #expect(ran.lines.map { $0["ok"] } == [true, true, false, false, false, false, true])
    #expect(ran.lines.last?["status"] == "paid")
    #expect(ran.output.contains("did you mean “approve”"))
    #expect(ran.lines[5]["error"]?["code"] == "notFound")
  }

  @Test("Standing delegations are added for oneself, listed and removed")
  func standing() throws {
    let world = try World.sample()
    let added = world.run(
      "delegation", "add", "--to", "donna", "--as", "frank", "--start", "2026-01-01",
      "--type", "expense-report", "--output", "json")
    #expect(added.status == .done, "\(added.errors)")
    #expect(added.json["item"]?["scope"] == "type: expense-report")
    #expect(
      world.run("delegation", "add", "--to", "donna", "--for", "sam", "--as", "mia").status
        == .notAllowed)
    #expect(world.run("delegation", "add", "--to", "donna", "--start", "soon").status == .usage)
    #expect(
      world.run("delegation", "list", "--all", "--output", "json").json["items"]?.array?.count == 1)
    #expect(world.run("person", "show", "frank").output.contains("acts for them"))
    #expect(world.run("delegation", "remove", "1", "--as", "frank").status == .done)
    #expect(world.run("delegation", "remove", "1", "--as", "frank").status == .notFound)
    #expect(world.run("delegation", "list", "--as", "frank").output.contains("No delegations"))
  }

  @Test("People are listed and shown; an unknown one names the nearest")
  func people() throws {
    let world = try World.sample()
    let all = world.run("person", "list", "--output", "json").json["items"]?.array
    #expect(all?.count == 13)
    let some = world.run("person", "list", "--filter", "group:receipts", "--output", "json")
    #expect(some.json["items"]?.array?.map { $0["id"] } == ["ivan", "kim"])
    #expect(world.run("person", "list", "--filter", "shoe:9").status == .usage)
    #expect(world.run("person", "show", "fran").errors.contains("did you mean “frank”"))
    #expect(world.run("inbox", "--as", "fran").errors.contains("did you mean “frank”"))
    #expect(world.run("inbox", "--queue", "none").status == .notFound)
  }

  @Test("A change may be requested of anybody")
  func requesting() throws {
    let world = try Self.sample()
    let ran = world.run(
      "request-change", "ER-1", "--to", "mia", "--comment", "Which customer?", "--as", "frank")
    #expect(ran.status == .done, "\(ran.errors)")
    let inbox = world.run("inbox", "--as", "mia", "--output", "json").json["items"]?.array
    #expect(inbox?.first?["kind"] == "changeRequested")
    #expect(world.run("resubmit", "ER-1", "--as", "mia").status == .done)
  }
}
