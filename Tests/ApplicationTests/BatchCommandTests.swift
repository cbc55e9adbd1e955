// What a batch can do beside acting.

import Testing
import Workflow

@testable import Application

struct BatchCommandTests {
  private func run(_ world: World, _ lines: [String]) -> [JSON] {
    world.run(["batch"], input: lines.joined(separator: "\n")).lines
  }

  @Test("A calculated field, a status and an id cannot be set; nothing is passed over in silence")
  func refused() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    for field in ["total", "status", "id", "revision", "purpse"] {
      let answer = run(
        world,
        [#"{"do":"report set","document":"\#(id)","as":"sam","fields":{"\#(field)":"5"}}"#]
      ).first
      #expect(answer?["ok"]?.bool == false)
      #expect(answer?["error"]?["code"]?.string == "badData")
      #expect(answer?["error"]?["details"]?.array?.first?.string?.contains(field) == true)
    }
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json").json["item"]
    #expect(shown?["revision"]?.integer == 1)
  }

  @Test("Lines are added, set and removed, and reports copied, by a batch")
  func lines() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let fields = #""fields":{"date":"2026-03-03","category":"meals","amount":"3"}"#
    let answers = run(
      world,
      [
        #"{"do":"report add-line","document":"\#(id)","as":"sam",\#(fields)}"#,
        #"{"do":"report set","document":"\#(id)","as":"sam","line":2,"fields":{"merchant":"M"}}"#,
        #"{"do":"report remove-line","document":"\#(id)","as":"sam","line":1}"#,
        #"{"do":"report copy","document":"\#(id)","as":"sam"}"#,
        #"{"do":"report remove-line","document":"\#(id)","as":"sam","line":7}"#,
      ])
    #expect(answers.map { $0["ok"]?.bool } == [true, true, true, true, false])
    let copy = answers[3]["document"]?.string ?? ""
    let shown = world.run("report", "show", copy, "--as", "sam", "--output", "json").json["item"]
    let lines = shown?["lines"]?.array ?? []
    #expect(lines.count == 1 && lines.first?["merchant"]?.string == "M")
  }

  @Test("Delegations and the batch job are arranged by a batch, each for who may")
  func arranging() throws {
    let world = try World.sample()
    let answers = run(
      world,
      [
        #"{"do":"delegation add","to":"donna","start":"2030-01-01","as":"frank"}"#,
        #"{"do":"queue set","batchSize":100,"as":"carol"}"#, #"{"do":"queue pause","as":"sam"}"#,
        #"{"do":"delegation remove","number":1,"as":"frank"}"#,
      ])
    #expect(answers.map { $0["ok"]?.bool } == [true, true, false, true])
    #expect(answers[0]["delegation"]?["to"]?.string == "donna")
    #expect(answers[1]["batchJob"]?["batchSize"]?.integer == 100)
    #expect(answers[2]["error"]?["code"]?.string == "notAllowed")
  }
}
