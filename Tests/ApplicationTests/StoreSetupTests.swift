// Stores as they are made: alone, with a sample, with a clock, for a demo.

import Foundation
import Testing
import Workflow

@testable import Application

struct StoreSetupTests {
  @Test("A store for oneself: alone, an administrator, and able to approve one's own report")
  func soleUser() throws {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.folder + "/new/store.sqlite"
    let made = world.run("init")
    #expect(made.status == .done)
    #expect(made.output.contains("only user") && made.output.contains("submitter-may-approve"))
    let id = world.makeReport(by: "carol", amount: "120.00")
    world.run("submit", id)
    world.run("complete", id)
    let approved = world.run("approve", id, "--output", "json")
    #expect(approved.json["item"]?["status"] == "paid")
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: world.folder + "/new/store.sqlite")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("An organisation's file with mistakes makes no store, and all mistakes are told")
  func badOrganization() throws {
    let world = try World()
    let path = try world.file("o.yaml", "organization: X\ncurrency: EURO\nuser: []\n")
    let ran = world.run("init", "--store", world.store, "--organization", path)
    #expect(ran.status == .badData)
    #expect(ran.errors.contains("o.yaml:2:") && ran.errors.contains("o.yaml:3:"))
    #expect(!FileManager.default.fileExists(atPath: world.store))
  }

  @Test("A test clock is moved by --now, never back, and only where there is one")
  func testClock() throws {
    let world = try World.sample(testClock: true)
    #expect(world.run("status", "--now", "2026-03-05T10:00:00Z").status == .done)
    let id = world.makeReport(by: "sam", amount: "120.00")
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json")
    #expect(shown.json["item"]?["createdAt"] == "2026-03-05T10:00:00Z")
    #expect(world.run("status", "--now", "2026-03-05T09:00:00Z").status == .badData)
    #expect(try World.sample().run("status", "--now", "2026-03-05T10:00:00Z").status == .usage)
  }

  @Test("A demo has work for frank with its due times, one of it late, and a stopped message")
  func demo() throws {
    let world = try World()
    #expect(world.run("demo").status == .notFound)
    let path = world.folder + "/demo.sqlite"
    #expect(world.run("demo", "--keep", path).status == .done)
    world.variables["COUNTERSIGN_STORE"] = path
    // The seventh is a requisition, a type that the program itself brings.
    let inbox = world.run("inbox", "--as", "frank", "--output", "jsonl").lines.map { line in
      line["dueAt"]?.string ?? "later"
    }
    #expect(inbox.count == 6)
    let now = Date().ISO8601Format()
    #expect(inbox.count { $0 < now } == 1, "one is late")
    let status = world.run("status", "--check", "--as", "carol", "--output", "json")
    #expect(status.status == .failed)
    #expect(status.json["item"]?["queue"]?["stopped"] == 1)
    let resumed = world.run("instance", "resume", "--where", "error=ledger", "--as", "carol")
    #expect(resumed.status == .done)
    #expect(world.run("status", "--check", "--as", "carol").status == .done)
  }

  @Test("Workflows are checked, saved and activated; a file with errors is not")
  func workflows() throws {
    let world = try World.sample()
    let bad = try world.file("w.yaml", "workflow: x\ntitle: X\ntype: expense-report\nelemnts: []\n")
    let checked = world.run("workflow", "check", bad, "--output", "json")
    #expect(checked.status == .badData)
    #expect(checked.json["items"]?.array?.first?["line"] != nil)
    #expect(world.run("workflow", "save", bad).status == .badData)
    let saved = world.run(
      "workflow", "save", "shipped:expense-approval", "--activate", "--yes", "--output", "json")
    #expect(saved.json["item"]?["version"] == 1 && saved.json["item"]?["active"] == true)
    #expect(world.run("workflow", "save", "shipped:none").status == .notFound)
    #expect(world.run("workflow", "list", "--as", "sam").output.contains("expense-approval"))
  }

  @Test("A CSV file is imported; every bad row is told, and the ledger is brought up to date")
  func importing() throws {
    let world = try World.sample()
    let path = try world.file(
      "r.csv",
      "date,category,merchant,amount\n2026-03-01,travel,DSB,12.50\n2026-03-01,travel,DSB,x\n")
    let ran = world.run("report", "import", path, "--as", "sam", "--output", "json")
    #expect(ran.status == .someFailed)
    #expect(ran.json["item"]?["documents"]?.array?.count == 1)
    #expect(ran.json["item"]?["problems"]?.array?.first?["line"] == 3)
    let ledger = world.folder + "/ledger.journal"
    #expect(world.run("report", "export", "--ledger", ledger, "--as", "sam").status == .notAllowed)
    #expect(world.run("report", "export", "--ledger", ledger).status == .done)
  }
}
