// Simulating, comparing, deleting and migrating by command.

import Foundation
import Testing
import Workflow

@testable import Application

struct WorkflowLifeTests {
  @Test("A workflow file of another encoding is refused with its line")
  func encoding() throws {
    let world = try World.sample()
    let path = world.folder + "/w.yaml"
    try Data("workflow: w\ntitle: R".utf8 + [0xE6, 0x6A, 0x0A]).write(
      to: URL(fileURLWithPath: path))
    let ran = world.run("workflow", "check", path)
    #expect(ran.status == .badData)
    #expect(
      ran.errors.contains("is not UTF-8 text: line 2, column 9. Save the file as UTF-8"), "\(ran)")
  }

  @Test("simulate tells who would be asked, in words and in JSON, and touches nothing")
  func simulating() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let text = world.run("workflow", "simulate", id, "--as", "sam")
    #expect(text.status == .done, "\(text.errors)")
    #expect(text.output.contains("Frank Berg"))
    let json = world.run("workflow", "simulate", id, "--as", "sam", "--output", "json").json["item"]
    #expect(json?["completed"] == true)
    #expect(json?["workflow"] == "expense-approval")
    let asked = json?["entries"]?.array?.filter { $0["event"] == "asked" }
    #expect(asked?.count == 2)
    #expect(
      world.run("report", "show", id, "--as", "sam", "--output", "json").json["item"]?["status"]
        == "draft")
    #expect(
      world.run("history", id, "--as", "sam", "--output", "json").json["items"]?.array?.count == 1)
  }

  @Test("simulate writes times in UTC, and the document by its id")
  func simulatedWords() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let json = world.run("workflow", "simulate", id, "--as", "sam", "--output", "json").json["item"]
    #expect(json?["document"]?.string == id)
    let words = world.run("workflow", "simulate", id, "--as", "sam").output
    #expect(
      words.split(separator: "\n").filter { $0.contains(", due ") }.allSatisfy {
        $0.contains(/, due [-0-9]+ [:0-9]+Z/)
      })
  }

  @Test("simulate takes a changed document, a file, answers and a workflow that is not saved")
  func options() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let rejected = world.run(
      "workflow", "simulate", id, "--as", "sam", "--answer", "management/manager=reject")
    #expect(rejected.output.contains("comes back to Sam Holt"))
    #expect(
      world.run("workflow", "simulate", id, "--answer", "managment=reject").status == .badData)
    #expect(world.run("workflow", "simulate", id, "--answer", "nothing").status == .usage)
    #expect(world.run("workflow", "simulate", id, "--set", "purpos=x").status == .badData)
    #expect(world.run("workflow", "simulate", "ER-99").status == .notFound)
    let file = try world.file(
      "w.yaml",
      """
      workflow: short
      title: Short
      type: expense-report
      elements: [ { task: look, assign: { user: bill }, limit: 2 days } ]
      """)
    let short = world.run(
      "workflow", "simulate", id, "--as", "sam", "--workflow", file, "--set", "purpose=Other",
      "--at", "2026-03-02T09:00:00Z", "--output", "json"
    ).json["item"]
    #expect(short?["workflowVersion"] == JSON.null)
    #expect(short?["title"] == "Other" && short?["document"]?.string == id)
    let entries = short?["entries"]?.array ?? []
    #expect(entries.contains { $0["dueAt"] == "2026-03-04T09:00:00Z" })
    let report = try world.file(
      "r.json",
      """
      {"purpose":"File","costCenter":"4100","lines":[{"date":"2026-03-02","category":"travel",
      "merchant":"DSB","amount":"30.00","receipts":["r.pdf"]}]}
      """)
    let small = world.run("workflow", "simulate", report, "--from", "sam")
    #expect(small.status == .done, "\(small.errors)")
    #expect(small.output.contains("automatic action"))
  }

  @Test(
    "save --activate with warnings that are not accepted saves nothing; --none takes out of use")
  func saving() throws {
    let world = try World.sample()
    let shown = world.run("workflow", "show", "expense-approval", "1").output
    let warned = try world.file(
      "warned.yaml",
      shown.replacing(
        "at-top: take\n          fallback: { administrators: true }", with: ""))
    #expect(world.run("workflow", "save", warned, "--activate").status == .usage)
    let versions = { world.run("workflow", "list", "expense-approval", "--output", "json").json }
    #expect(versions()["items"]?.array?.count == 1)
    let same = try world.file("same.yaml", shown)
    let again = world.run("workflow", "save", same)
    #expect(again.output.contains("expense-approval version 1 has this text already"))
    #expect(world.run("workflow", "activate", "expense-approval", "1", "--none").status == .usage)
    let none = world.run("workflow", "activate", "expense-approval", "--none")
    #expect(none.status == .done && none.output.contains("out of use"), "\(none.errors)")
    let id = world.makeReport(by: "sam", amount: "120.00")
    #expect(world.run("submit", id, "--as", "sam").status != .done)
    #expect(world.run("workflow", "activate", "expense-approval", "--yes").status == .done)
    #expect(world.run("submit", id, "--as", "sam").status == .done)
  }

  @Test("diff names what differs, a version that runs cannot be deleted, instances migrate")
  func life() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    let shown = world.run("workflow", "show", "expense-approval", "1").output
    let file = try world.file(
      "w.yaml", shown.replacing("policy: single", with: "policy: majority"))
    #expect(world.run("workflow", "save", file, "--activate", "--yes").status == .done)
    let changes = world.run(
      "workflow", "diff", "expense-approval@1", "expense-approval", "--output", "json"
    ).json["items"]?.array
    #expect(changes?.count == 1 && changes?.first?["step"] == "director")
    #expect(
      world.run("workflow", "diff", "shipped:expense-approval", file).output.contains("majority"))
    #expect(world.run("workflow", "diff", "expense-aproval").status == .notFound)
    #expect(world.run("workflow", "delete", "expense-approval", "1").status == .usage)
    #expect(
      world.run("workflow", "delete", "expense-approval", "1", "--yes").status == .notAllowed)
    let wrong = world.run("instance", "migrate", "I-1", "--to", "9")
    #expect(wrong.status == .notFound)
    #expect(world.run("instance", "migrate", "--to", "2").status == .usage)
    let moved = world.run(
      "instance", "migrate", "--to", "2", "--workflow", "expense-approval", "--filter",
      "from:sam", "--output", "json")
    #expect(moved.status == .done, "\(moved.errors)")
    #expect(
      world.run("instance", "show", "I-1", "--output", "json").json["item"]?["workflowVersion"] == 2
    )
    #expect(world.run("workflow", "delete", "expense-approval", "1", "--yes").status == .done)
    #expect(world.run("workflow", "show", "expense-approval", "1").status == .notFound)
  }

  @Test("queue set releases limits that are held")
  func timers() throws {
    let world = try World.sample()
    #expect(world.run("queue", "set", "--release-timers").status == .done)
    #expect(world.run("queue", "set", "--release-timers", "--as", "sam").status == .notAllowed)
  }
}
