// The files that an organisation names: read beside it, kept in the store, shown again.

import Foundation
import Testing
import Workflow

@testable import Application

struct OrganizationFilesTests {
  private static let organization = """
    organization: Example Ltd
    currency: EUR
    administrators: [carol]
    users: [ { id: carol, name: Carol }, { id: hans, name: Hans } ]
    queues: { budget: { members: [hans], administrators: [carol] }, by-size: { rules: [ { when: total > 10, queue: budget } ], otherwise: budget } }
    calendars: { office: { default: true, week: { mon-fri: "09:00-17:00" }, holidays: holidays.ics } }
    delegations: [ { from: carol, to: hans, scope: { type: expense-report }, start: 2026-12-20 } ]
    rates: rates.csv

    """
  private static let holidays =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261224\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\n"
    + "END:VCALENDAR\r\n"

  private func world(_ organization: String = organization) throws -> (world: World, path: String) {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.store
    let path = try world.file("o.yaml", organization)
    _ = try world.file("holidays.ics", Self.holidays)
    _ = try world.file("rates.csv", "date,currency,rate\n2026-01-01,DKK,0.134\n")
    return (world, path)
  }

  @Test("Named files are read beside the organisation's, kept in the store, and shown again")
  func kept() throws {
    let (world, path) = try world()
    #expect(world.run("organization", "check", path).status == .done)
    #expect(world.run("init", "--organization", path).status == .done)
    // The store never depends on the files later.
    for name in ["o.yaml", "holidays.ics", "rates.csv"] {
      try FileManager.default.removeItem(atPath: world.folder + "/" + name)
    }
    let shown = world.run("organization", "show", "--output", "json").json["item"]
    #expect(shown?["files"]?.array?.map { $0["name"] } == ["holidays.ics", "rates.csv"])
    #expect(
      shown?["calendars"]?.array?.first?["holidays"]?.text
        == #"[{"day":"2026-12-24","name":"Christmas"}]"#)
    #expect(shown?["calendars"]?.array?.first?["week"]?["monday"]?.text == #"["09:00-17:00"]"#)
    #expect(shown?["queues"]?.array?.map { $0["id"] } == ["budget", "by-size"])
    #expect(shown?["delegations"]?.array?.first?["scope"]?.text == #"{"type":"expense-report"}"#)
    let text = world.run("organization", "show").output
    for line in [
      "  budget: hans, active", "  by-size: budget when total > 10, otherwise budget",
      "  carol to hans, for expense-report, from 2026-12-20", "  rates.csv, 40 bytes",
    ] { #expect(text.contains(line + "\n"), "\(text)") }
    #expect(text.contains("  office (default): mon 09:00-17:00; "))
    #expect(text.contains("fri 09:00-17:00; 1 holiday\n"))
    let file = world.run("organization", "show", "--file", "rates.csv")
    #expect(file.output.contains("2026-01-01,DKK,0.134\n"))
    #expect(world.run("organization", "show", "--file", "rate.csv").status == .notFound)
    #expect(world.run("organization", "show", "--file", "x", "--source").status == .usage)
  }

  @Test("Files from another folder are read there; the organisation can be loaded anew")
  func loaded() throws {
    let (world, path) = try world()
    #expect(world.run("init", "--organization", path).status == .done)
    try FileManager.default.createDirectory(
      atPath: world.folder + "/new/more", withIntermediateDirectories: true)
    let changed = Self.organization.replacingOccurrences(of: "rates.csv", with: "more/r.csv")
    let other = try world.file("new/o.yaml", changed)
    _ = try world.file("new/holidays.ics", Self.holidays)
    _ = try world.file("new/more/r.csv", "date,currency,rate\n")
    let ran = world.run("organization", "load", other, "--yes")
    #expect(ran.status == .done && ran.output.contains("more/r.csv"), "\(ran)")
    let shown = world.run("organization", "show", "--output", "json").json["item"]
    #expect(shown?["files"]?.array?.map { $0["name"] } == ["holidays.ics", "more/r.csv"])
  }

  @Test(
    "A file that is missing, no text, too large or no file at all is told where it is named",
    arguments: [
      ("missing", "there is no such file"), ("folder", "it is no file"),
      ("pipe", "it is no file"), ("large", "larger than 4 MiB"), ("bytes", "it is not UTF-8 text"),
    ])
  func unreadable(kind: String, reason: String) throws {
    let (world, path) = try world()
    let named = world.folder + "/rates.csv"
    try FileManager.default.removeItem(atPath: named)
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(atPath: named, withIntermediateDirectories: false)
    case "pipe": #expect(mkfifo(named, 0o600) == 0)
    case "large": _ = try world.file("rates.csv", String(repeating: "x", count: 4_194_305))
    case "bytes": try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: named))
    default: break
    }
    let checked = world.run("organization", "check", path)
    #expect(checked.status == .badData)
    #expect(checked.output.contains("o.yaml:8:8: error: `rates.csv` cannot be read: "))
    #expect(checked.output.contains(reason), "\(checked.output)")
    #expect(world.run("init", "--organization", path).status == .badData)
    #expect(!FileManager.default.fileExists(atPath: world.store))
  }

  @Test("Mistakes in a named file are told with its path, its line and its column")
  func mistakes() throws {
    let (world, path) = try world()
    _ = try world.file("rates.csv", "date,currency,rate\n2026-01-01,DKR,1\n")
    let checked = world.run("organization", "check", path)
    #expect(checked.status == .badData)
    #expect(checked.output.contains(world.folder + "/rates.csv:2:12: error: unknown currency"))
  }
}
