// The JSON of each object: all keys, in their order, absent values null (INTERFACE 3).

import Testing
import Workflow

@testable import Application

struct ObjectTests {
  @Test("A document has the keys of INTERFACE 3, and null for what is absent")
  func document() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json")
    #expect(shown.json.object?.keys == ["version", "item"])
    let document = try #require(shown.json["item"]?.object)
    #expect(
      document.keys == [
        "id", "type", "title", "status", "waitingFor", "originator", "total", "revision",
        "createdAt", "submittedAt", "instance", "instances", "fields", "lines", "messages",
      ])
    #expect(document["submittedAt"] == .null && document["waitingFor"] == .null)
    #expect(document["total"]?.text == #"{"amount":"120.00","currency":"EUR"}"#)
    let line = try #require(document["lines"]?.array?.first?.object)
    #expect(
      Array(line.keys.prefix(9)) == [
        "number", "date", "category", "merchant", "amount", "inReportingCurrency", "comment",
        "receipts", "items",
      ])
    let listed = try #require(
      world.run("report", "list", "--as", "sam", "--output", "json").json["items"]?.array?.first)
    #expect(listed.object?.keys == document.keys)
  }

  @Test("A work item, a message, an instance and a history entry begin with their keys")
  func others() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    let expected = [
      "inbox": "id kind element step document subject amount assignee onBehalfOf queue status "
        + "createdAt dueAt actions",
      "queue list --all":
        "sequence instance type state postedAt dueAt retryAt attempts error handledAt",
      "instance list": "id workflow workflowVersion document status element savedPoint error",
      "history \(id)":
        "sequence at event actor onBehalfOf element step comment values hash",
    ]
    for (command, keys) in expected {
      let words = command.split(separator: " ").map(String.init)
      let person = command == "inbox" ? "ivan" : "carol"
      let ran = world.run(words + ["--as", person, "--output", "json"])
      #expect(ran.json.object?.keys == ["version", "items", "next"])
      let item = try #require(ran.json["items"]?.array?.first?.object)
      let names = keys.split(separator: " ").map(String.init)
      #expect(Array(item.keys.prefix(names.count)) == names)
    }
  }

  @Test("A line of JSON begins with its version and its kind")
  func lines() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    let ran = world.run("inbox", "--as", "ivan", "--output", "jsonl")
    #expect(ran.output.hasPrefix(#"{"version":1,"object":"workItem","id":"W-000001","#))
  }

  @Test("An error is one line on standard error, with code, message and details")
  func errors() throws {
    let ran = try World.sample().run("report", "show", "ER-000099", "--output", "json")
    #expect(ran.status == .notFound && ran.output.isEmpty)
    let error = (try? JSON(parsing: ran.errors))?["error"]?.object
    #expect(error?.keys == ["code", "message", "details"])
    #expect(error?["code"] == "notFound" && error?["details"] == .null)
  }

  @Test("What report show writes makes an equal report")
  func roundTrip() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json")
    let again = world.run(
      "report", "new", "--file", "-", "--as", "sam", "--output", "json", input: shown.output)
    #expect(again.status == .done && again.output == shown.output)
    let other = try World.sample()
    let copy = other.run(
      "report", "new", "--file", "-", "--as", "sam", "--output", "json", input: shown.output)
    #expect(copy.json["item"]?["lines"] == shown.json["item"]?["lines"])
    #expect(copy.json["item"]?["fields"] == shown.json["item"]?["fields"])
  }

  @Test("A list goes on behind its cursor, filtered or not, and names each row once")
  func paging() throws {
    let world = try World.sample()
    for number in 1...7 { _ = world.makeReport(by: "sam", amount: "\(number)0.00") }
    for filter in [[], ["--filter", "amount>20"]] {
      var seen: [String] = []
      var after: [String] = []
      repeat {
        let ran = world.run(
          ["report", "list", "--as", "sam", "--limit", "2", "--output", "json"] + filter + after)
        seen += ran.json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
        after = ran.json["next"]?.string.map { ["--after", $0] } ?? []
      } while !after.isEmpty && seen.count < 20
      #expect(seen.count == (filter.isEmpty ? 7 : 5))
      #expect(Set(seen).count == seen.count)
    }
  }

  @Test("A filter that names an unknown field is refused")
  func badFilter() throws {
    let ran = try World.sample().run("inbox", "--filter", "colour:red", "--as", "sam")
    #expect(ran.status == .usage && ran.errors.contains("colour"))
  }
}
