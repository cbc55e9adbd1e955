// What can be asked of the record, as commands.

import Foundation
import Testing
import Workflow

@testable import Application

@Suite struct RecordTests {
  /// A store with one report that was approved and posted, and one that is under way.
  private func lived() throws -> (world: World, done: String, open: String) {
    let world = try World.sample()
    let done = world.makeReport(by: "sam", amount: "50.00")
    let open = world.makeReport(by: "sam", amount: "900.00")
    for report in [done, open] {
      _ = world.run("submit", report, "--as", "sam", "--comment", "a-secret")
    }
    return (world, done, open)
  }

  private func instance(of report: String, _ world: World) -> String {
    let shown = world.run("report", "show", report, "--as", "carol", "--output", "json")
    return shown.json["item"]?["instance"]?.string ?? ""
  }

  @Test("verify prints the head, finds it again, and exits with 1 for one that is not there")
  func verify() throws {
    let (world, _, open) = try lived()
    let ran = world.run("verify", "--output", "json")
    #expect(ran.status == .done && ran.json["item"]?["sound"] == true)
    let head = try #require(ran.json["item"]?["head"]?.string)
    _ = world.run("comment", open, "more", "--as", "sam")
    let later = world.run("verify", "--head", head, "--output", "json")
    #expect(later.status == .done && later.json["item"]?["foundHeadNumber"]?.integer != nil)
    let other = world.run("verify", "--head", String(repeating: "0", count: 64))
    #expect(other.status == .failed && other.output.contains("not in the chain"))
    #expect(world.run("verify", "--head", "xyz").status == .usage)
    #expect(world.run("verify").output.contains("Sound."))
  }

  @Test("archive moves what ended, keeps the hashes, and its file is verified")
  func archive() throws {
    let (world, done, open) = try lived()
    let file = world.folder + "/old.jsonl"
    let none = world.run("archive", "--older-than", "90d", "--to", file, "--yes")
    #expect(none.status == .done && !FileManager.default.fileExists(atPath: file))
    #expect(world.run("archive", "--older-than", "0s", "--to", file).status == .usage)
    #expect(
      world.run("archive", "--older-than", "0s", "--to", file, "--yes", "--as", "sam").status
        == .notAllowed)
    let instance = instance(of: done, world)
    let ran = world.run("archive", "--older-than", "0s", "--to", file, "--yes", "--output", "json")
    #expect(ran.status == .done && ran.json["item"]?["instances"] == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(world.run("verify").status == .done)
    #expect(world.run("verify", "--archive", file).status == .done)
    #expect(world.run("instance", "show", instance).status == .notFound)
    #expect(world.run("history", done).output.contains(instance))
    #expect(world.run("report", "show", done).status == .done)
    #expect(world.run("report", "show", open).status == .done)
    let again = world.run("archive", "--older-than", "0s", "--to", file, "--yes")
    #expect(again.status == .done && again.output.contains("Nothing"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("a-secret", with: "b-secret")
      .write(toFile: file, atomically: false, encoding: .utf8)
    #expect(world.run("verify", "--archive", file).status != .done)
  }

  @Test("verify of a file without lines ends, and refuses it", .timeLimit(.minutes(1)))
  func endless() throws {
    let world = try World.sample()
    let ran = world.run("verify", "--archive", "/dev/zero")
    #expect(ran.status == .badData && ran.errors.contains("no line of an archive"))
    #expect(world.run("verify", "--archive", "/dev/null").status == .badData)
  }

  @Test("backup and restore are for administrators")
  func administrators() throws {
    let world = try World.sample()
    let backup = world.folder + "/backup"
    #expect(world.run("backup", backup, "--as", "sam").status == .notAllowed)
    #expect(!FileManager.default.fileExists(atPath: backup))
    #expect(world.run("backup", backup).status == .done)
    #expect(world.run("restore", backup, "--yes", "--as", "sam").status == .notAllowed)
    world.userNumber += 1
    #expect(world.run("restore", backup, "--yes", "--as", "carol").status == .done)
    // What cannot be opened any more is its owner's to replace.
    try "no store".write(toFile: world.store, atomically: false, encoding: .utf8)
    #expect(world.run("restore", backup, "--yes").status == .notAllowed)
    #expect(world.run("backup", "--help").output.contains("one trust domain"))
    #expect(world.run("restore", "--help").output.contains("one trust domain"))
  }

  @Test("erase takes words away, says who and why, and verify still passes")
  func erase() throws {
    let (world, done, open) = try lived()
    #expect(world.run("erase", done, "--yes").status == .usage)
    #expect(world.run("erase", done, "--comment", "asked").status == .usage)
    #expect(world.run("erase", "--comment", "asked", "--yes").status == .usage)
    #expect(world.run("erase", open, "--comment", "asked", "--yes").status == .notAllowed)
    #expect(world.run("history", done).output.contains("a-secret"))
    let ran = world.run("erase", done, "--comment", "asked", "--yes")
    #expect(ran.status == .done)
    let history = world.run("history", done).output
    #expect(!history.contains("a-secret") && history.contains("“asked”"))
    #expect(world.run("verify").output.contains("erased"))
    let person = world.run("erase", "--person", "sam", "--comment", "left", "--yes")
    #expect(person.status == .someFailed && person.errors.contains("under way"))
    #expect(world.run("verify").status == .done)
  }

  @Test("instance at shows an instance after a message, and what is before and after it")
  func instanceAt() throws {
    let (world, done, _) = try lived()
    let id = instance(of: done, world)
    let last = world.run("instance", "at", id, "--output", "json")
    #expect(last.json["item"]?["stage"] == "completed")
    let points = try #require(last.json["item"]?["points"]?.array)
    let first = try #require(points.first?["sequence"]?.integer)
    let then = world.run("instance", "at", id, String(first))
    #expect(then.status == .done && then.output.contains("saved point 1 of \(points.count)"))
    #expect(world.run("instance", "at", id, "999999").status == .notFound)
  }

  @Test("export writes all events as XES, JSON lines and CSV, filtered, into a new file")
  func export() throws {
    let (world, done, _) = try lived()
    let lines = world.run("export", "json").lines
    #expect(lines.count > 10 && lines.allSatisfy { $0["object"] == "historyEntry" })
    #expect(lines.allSatisfy { $0["version"] == 1 && $0["activity"]?.string != nil })
    let xes = world.run("export", "xes").output
    #expect(xes.components(separatedBy: "<event>").count - 1 == lines.count)
    let some = world.run("export", "csv", "--filter", "document:\(done) event:submitted").output
    #expect(some.components(separatedBy: "\r\n").count == 3)
    #expect(world.run("export", "csv", "--filter", "nothing:x").status == .usage)
    #expect(world.run("export", "csv", "--as", "sam").status == .notAllowed)
    let file = world.folder + "/events.csv"
    #expect(world.run("export", "csv", "--to", file).status == .done)
    #expect(world.run("export", "csv", "--to", file).status == .cannotCreate)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == world.run("export", "csv").output)
  }

  @Test("statistics tell what is open, how long things took, and what got done")
  func statistics() throws {
    let (world, _, _) = try lived()
    let ran = world.run("statistics", "--output", "json")
    #expect(ran.json["item"]?["throughput"]?["count"] == 1)
    #expect(ran.json["item"]?["periods"]?.array?.first?["submitted"] == 2)
    #expect(world.run("statistics", "--period", "month").output.contains("Submitted"))
    #expect(world.run("statistics", "--period", "year").status == .usage)
    #expect(world.run("statistics", "--since", "never").status == .usage)
    #expect(world.run("statistics", "--as", "sam").status == .notAllowed)
  }

  @Test("a backup can be restored elsewhere, and over the store when that is said")
  func backup() throws {
    let (world, _, open) = try lived()
    let backup = world.folder + "/backup"
    #expect(world.run("backup", backup).status == .done)
    #expect(world.run("backup", backup).status == .cannotCreate)
    let other = world.folder + "/other/store"
    #expect(world.run("restore", backup, "--store", other).status == .done)
    #expect(world.run("verify", "--store", other).status == .done)
    _ = world.run("comment", open, "later", "--as", "sam")
    #expect(world.run("restore", backup).status == .usage)
    let ran = world.run("restore", backup, "--yes", "--output", "json")
    #expect(ran.status == .done)
    let old = try #require(ran.json["item"]?["replaced"]?.string)
    #expect(!world.run("history", open).output.contains("later"))
    #expect(world.run("history", open, "--store", old).output.contains("later"))
    let text = try world.file("text", "no store")
    #expect(world.run("restore", text, "--store", world.folder + "/x").status == .storeUnavailable)
  }

  // MARK: Receipts

  /// A report by sam with a kept receipt, and another one by ann that names the same bytes.
  private func withReceipts() throws -> (world: World, own: String, shared: String) {
    let world = try World.sample()
    let ids = [("sam", "340.00"), ("frank", "350.00")].map { world.makeReport(by: $0, amount: $1) }
    let own = try world.file("own.pdf", "of sam alone")
    let both = try world.file("both.pdf", "of both")
    #expect(world.run("report", "attach", ids[0], own, both, "--as", "sam").status == .done)
    #expect(world.run("report", "attach", ids[1], both, "--as", "frank").status == .done)
    return (world, ids[0], ids[1])
  }

  private func receipts(of store: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: store + ".files")) ?? []).sorted()
  }

  private func exported(_ id: String, _ world: World, store: String, to name: String) -> [String] {
    let folder = world.folder + "/" + name
    _ = world.run(
      "report", "export", id, "--receipts", folder, "--as", "carol", "--store", store)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("a backup has the receipts, and restoring it brings them back")
  func backupOfReceipts() throws {
    let (world, own, _) = try withReceipts()
    let backup = world.folder + "/backup"
    let ran = world.run("backup", backup, "--output", "json")
    #expect(ran.status == .done && ran.json["item"]?["receipts"] == 2)
    #expect(receipts(of: backup) == receipts(of: world.store))
    var status = stat()
    #expect(stat(backup + ".files", &status) == 0 && status.st_mode & 0o777 == 0o700)
    let other = world.folder + "/other/store"
    #expect(world.run("restore", backup, "--store", other).status == .done)
    #expect(receipts(of: other) == receipts(of: world.store))
    #expect(exported(own, world, store: other, to: "out").count == 2)
  }

  @Test("a store that gives way keeps its own receipts; the new one has those of the backup")
  func restoreOverReceipts() throws {
    let (world, own, _) = try withReceipts()
    let backup = world.folder + "/backup"
    #expect(world.run("backup", backup).status == .done)
    let then = receipts(of: world.store)
    let late = try world.file("late.pdf", "after the backup")
    #expect(world.run("report", "attach", own, late, "--as", "sam").status == .done)
    let ran = world.run("restore", backup, "--yes", "--output", "json")
    let old = try #require(ran.json["item"]?["replaced"]?.string)
    #expect(receipts(of: world.store) == then && receipts(of: old).count == then.count + 1)
    #expect(exported(own, world, store: old, to: "old").count == 3)
  }

  @Test("a receipt that is not what was kept is named by backup and left out")
  func damagedReceipt() throws {
    let (world, _, _) = try withReceipts()
    let name = try #require(receipts(of: world.store).first)
    try "something else".write(
      toFile: world.store + ".files/" + name, atomically: false, encoding: .utf8)
    let ran = world.run("backup", world.folder + "/backup")
    #expect(ran.status == .someFailed && ran.errors.contains(name))
    #expect(receipts(of: world.folder + "/backup").count == 1)
  }

  @Test("erasing a document takes its receipts that no other document names, and says so")
  func eraseReceipts() throws {
    let (world, own, shared) = try withReceipts()
    let ran = world.run("erase", own, "--comment", "asked", "--yes", "--output", "json")
    #expect(ran.status == .done && ran.json["item"]?["receipts"] == 1, "\(ran.errors)")
    #expect(receipts(of: world.store).count == 1)
    #expect(exported(shared, world, store: world.store, to: "out").count == 1)
    let lost = world.run(
      "report", "export", own, "--receipts", world.folder + "/x", "--as", "carol")
    #expect(lost.status != .done && lost.errors.contains("it was erased"))
    let history = world.run("history", own).output
    #expect(history.contains("a kept file") && history.contains("asked"))
    // The line still says what was approved.
    #expect(world.run("report", "show", own, "--as", "carol").output.contains("own.pdf"))
    #expect(world.run("verify").status == .done)
    let again = world.run("erase", own, "--comment", "asked", "--yes", "--output", "json")
    #expect(again.json["item"]?["receipts"] == 0)
  }

  @Test("erasing a person takes the receipts of their documents; one under way keeps them")
  func erasePersonsReceipts() throws {
    let (world, own, _) = try withReceipts()
    _ = world.run("submit", own, "--as", "sam")
    let ran = world.run("erase", "--person", "sam", "--comment", "left", "--yes")
    #expect(ran.status == .someFailed && receipts(of: world.store).count == 2)
    _ = world.run("recall", own, "--as", "sam")
    #expect(world.run("erase", "--person", "sam", "--comment", "left", "--yes").status == .done)
    #expect(receipts(of: world.store).count == 1)
  }
}
