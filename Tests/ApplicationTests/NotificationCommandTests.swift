// Notifications by command: the list, marking as read, what is told, and mails on their way.

import Foundation
import SQLiteStore
import Testing
import Workflow

@testable import Application

struct NotificationCommandTests {
  private static func sample() throws -> World {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    return world
  }

  @Test("Everybody lists their notifications and marks them as read, one or all")
  func list() throws {
    let world = try Self.sample()
    let list = world.run("notification", "list", "--as", "ivan", "--output", "json")
    let item = list.json["items"]?.array?.first
    #expect(item?["id"]?.string?.hasPrefix("N-") == true && item?["event"] == "assigned")
    #expect(item?["document"] == "ER-000001" && item?["read"] == false && item?["count"] == 1)
    let id = item?["id"]?.string ?? ""
    let text = world.run("notification", "list", "--as", "ivan")
    #expect(text.output.contains(id) && text.output.contains("new"))
    #expect(
      world.run("notification", "list", "--read", id, "--as", "kim").status == .notFound)
    #expect(world.run("notification", "list", "--read", "x", "--as", "ivan").status == .usage)
    let read = world.run(
      "notification", "list", "--read", id, "--as", "ivan", "--output", "json")
    #expect(read.json["item"] == ["read": 1, "unread": 0])
    #expect(
      world.run("notification", "list", "--unread", "--as", "ivan").output
        == "You have read everything.\n")
    let all = world.run("notification", "list", "--all-read", "--as", "kim", "--output", "json")
    #expect(all.json["item"] == ["read": 1, "unread": 0])
  }

  @Test("A person chooses what is told, and how; a mistake names what there is")
  func set() throws {
    let world = try Self.sample()
    func set(_ arguments: String...) -> World.Ran {
      world.run(["notification", "set", "--as", "ivan", "--output", "json"] + arguments)
    }
    let off = set("--event", "assigned", "--transport", "in-app", "off")
    #expect(
      off.json["items"]?.array == [
        ["event": "assigned", "transport": "inApp", "on": false, "chosen": true]
      ])
    let other = world.makeReport(by: "sam", amount: "130.00")
    world.run("submit", other, "--as", "sam")
    let list = world.run("notification", "list", "--as", "ivan", "--output", "json")
    #expect(list.json["items"]?.array?.count == 1)
    #expect(set("--event", "all", "--transport", "inApp", "usual").status == .done)
    #expect(set("--event", "assigned", "--transport", "mail", "on").errorCode == "notFound")
    #expect(set("--event", "finished", "--transport", "in-app", "on").errors.contains("completed"))
    #expect(set("--event", "completed", "--transport", "pigeon", "on").errors.contains("in-app"))
    #expect(set("off").status == .usage && set("--event", "all").status == .usage)
  }

  @Test("A command sends the mails that it posted, and administrators see what failed")
  func deliveries() throws {
    let world = try Self.sample()
    let program = try world.file("sendmail", "#!/bin/sh\necho no >&2\nexit 69\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let store = try SQLiteStore.open(at: world.store, readOnly: true)
    let source = try store.read { try $0.organization()?.source ?? "" }
    try store.close()
    let file = try world.file(
      "organization.yaml",
      source + "\nnotifications: { mail: { from: w@example.org, sendmail: \(program) } }\n")
    let loaded = world.run("organization", "load", file, "--yes", "--as", "carol")
    #expect(loaded.status == .done, "\(loaded.errors)")
    #expect(world.run("complete", "ER-1", "--as", "ivan").status == .done)
    let deliveries = world.run(
      "notification", "list", "--deliveries", "--all", "--as", "carol", "--output", "json")
    let first = deliveries.json["items"]?.array?.first
    #expect(first?["state"] == "waiting" || first?["state"] == "failed", "\(deliveries)")
    #expect(first?["attempts"] == 1 && first?["transport"] == "mail")
    #expect(
      world.run("notification", "list", "--deliveries", "--all", "--as", "sam").status
        == .notAllowed)
    #expect(world.run("notification", "list", "--all", "--as", "carol").status == .usage)
  }
}
