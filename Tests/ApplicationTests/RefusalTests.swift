// What is refused with one sentence before anything is done.

import Foundation
import Testing
import Workflow

@testable import Application

struct RefusalTests {
  @Test("A store is made in a folder of its owner alone; anything wider is refused")
  func folders() throws {
    let world = try World()
    for mode: mode_t in [0o755, 0o770, 0o701, 0o2770] {
      let folder = world.folder + "/\(mode)"
      mkdir(folder, 0o700)
      chmod(folder, mode)
      let ran = world.run("init", "--store", folder + "/s.sqlite", "--output", "json")
      #expect(ran.status == .cannotCreate && ran.errorCode == "cannotCreate")
    }
    #expect(world.run("init", "--store", world.folder + "/new/s.sqlite").status == .done)
  }

  @Test(
    "A filter that cannot be compared is refused instead of finding nothing",
    arguments: [
      ("inbox", "amount>abc"), ("inbox", "due<soonish"), ("inbox", "amount>"),
      ("inbox", "since:never"), ("instance list", "created>x"), ("queue list", "number=x"),
    ])
  func filters(_ command: String, _ filter: String) throws {
    let world = try World.sample()
    let words = command.split(separator: " ").map(String.init)
    let ran = world.run(words + ["--filter", filter, "--as", "carol"])
    #expect(ran.status == .usage && ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    let good = world.run(words + ["--filter", "lyon !draft", "--as", "carol"])
    #expect(good.status == .done)
  }

  @Test("worker writes no JSON and says so")
  func worker() throws {
    let world = try World.sample()
    for format in ["json", "jsonl"] {
      let ran = world.run("worker", "--output", format, "--as", "carol")
      #expect(ran.status == .usage && ran.errorCode == "usage")
    }
  }

  @Test("A time may be a day")
  func days() throws {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.store
    #expect(world.run("init", "--sample", "--test-clock", "--now", "2026-03-01").status == .done)
    let status = world.run("status", "--now", "2026-03-02", "--as", "carol", "--output", "json")
    #expect(status.json["item"]?["at"]?.string == "2026-03-02T00:00:00Z")
    #expect(world.run("status", "--now", "March", "--as", "carol").status == .usage)
  }

  @Test("The figures for Prometheus are one line each, with help and kind")
  func metrics() throws {
    let text = try World.sample().run("metrics").output
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      #expect(line.hasPrefix("# ") || (words.count == 2 && Double(words[1]) != nil), "\(line)")
    }
    #expect(text.contains("# TYPE countersign_messages gauge\n"))
    #expect(text.contains("\ncountersign_instances{status=\"stopped\"} 0\n"))
  }

  @Test("A line of JSON begins with the version of the format, also where a workflow has its own")
  func envelope() throws {
    let ran = try World.sample().run(
      "workflow", "list", "--output", "jsonl", "--as", "carol")
    for line in ran.output.split(separator: "\n") {
      #expect(line.hasPrefix("{\"version\":1,\"object\":\"workflow\",\"id\":"))
    }
    #expect(ran.lines.first?["workflowVersion"]?.integer == 1)
  }

  @Test("An amount that a condition read is money in JSON")
  func values() {
    let json = JSON.values([
      .init(name: "total", value: "1,200.50 EUR"), .init(name: "country", value: "DK"),
      .init(name: "title", value: "Trip 5 EUR"),
    ])
    #expect(json["total"]?["amount"]?.string == "1200.50")
    #expect(json["total"]?["currency"]?.string == "EUR")
    #expect(json["country"]?.string == "DK" && json["title"]?.string == "Trip 5 EUR")
  }
}
