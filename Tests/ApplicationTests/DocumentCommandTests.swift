// The commands that write documents: copies, receipts, exports, edits at the same time.

import ApplicationRuntime
import Foundation
import Testing
import Workflow
import WorkflowRuntime

@testable import Application

struct DocumentCommandTests {
  @Test("A list in JSON has whole documents, nothing is null that is there")
  func list() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json").json["item"]
    let listed = world.run("report", "list", "--as", "sam", "--output", "json").json["items"]
    #expect(shown != nil && listed?.array?.first == shown)
  }

  @Test("A copy is a new draft with the same content")
  func copy() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let copy = world.run("report", "copy", id, "--id", "COPY-A", "--as", "sam", "--output", "json")
    #expect(copy.json["item"]?["id"]?.string == "COPY-A")
    let original = world.run("report", "show", id, "--as", "sam", "--output", "json").json["item"]
    #expect(copy.json["item"]?["lines"] == original?["lines"])
    #expect(world.run("report", "copy", "ER-77", "--as", "sam").status == .notFound)
  }

  @Test("A receipt is kept under its hash, once, and comes back as it was")
  func receipts() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let file = try world.file("taxi.pdf", "a receipt")
    for _ in 1...2 {
      let ran = world.run("report", "attach", id, file, file, "--as", "sam", "--output", "json")
      let receipts = ran.json["item"]?["lines"]?.array?.first?["receipts"]?.array
      #expect(receipts?.count == 2, "\(ran.errors)")
      #expect(receipts?.last?.string?.hasPrefix("taxi.pdf#") == true)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: world.store + ".files")
    #expect(kept.count == 1 && kept.first?.count == 64)
    let mode = try FileManager.default.attributesOfItem(atPath: world.store + ".files")
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o700)
    let folder = world.folder + "/out"
    #expect(
      world.run("report", "export", id, "--receipts", folder, "--as", "sam").status == .done)
    #expect(
      try String(contentsOfFile: "\(folder)/\(id)-1-taxi.pdf", encoding: .utf8) == "a receipt")
    // A file that is not what was kept is told.
    try "other".write(
      toFile: world.store + ".files/" + (kept.first ?? ""), atomically: false, encoding: .utf8)
    let damaged = world.run(
      "report", "export", id, "--receipts", folder + "2", "--as", "sam", "--output", "json")
    #expect(damaged.errorCode == "storeDamaged")
  }

  @Test("What cannot be attached is refused and nothing changes")
  func refusedReceipts() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let empty = try world.file("empty.pdf", "")
    #expect(world.run("report", "attach", id, empty, "--as", "sam").status == .badData)
    #expect(world.run("report", "attach", id, "/dev/zero", "--as", "sam").status == .badData)
    #expect(world.run("report", "attach", id, "none.pdf", "--as", "sam").status == .notFound)
    let file = try world.file("taxi.pdf", "a receipt")
    #expect(
      world.run("report", "attach", id, file, "--line", "9", "--as", "sam").status == .notFound)
    let shown = world.run("report", "show", id, "--as", "sam", "--output", "json").json["item"]
    #expect(shown?["revision"]?.integer == 1)
  }

  @Test("An export as CSV can be imported, as JSON made anew, and printed")
  func export() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let csv = world.folder + "/out.csv"
    let ran = world.run("report", "export", id, "--format", "csv", "--to", csv, "--as", "sam")
    #expect(ran.status == .done, "\(ran.errors)")
    let made = world.run("report", "import", csv, "--as", "sam", "--output", "json")
    #expect(made.json["item"]?["documents"]?.array?.count == 1, "\(made.output) \(made.errors)")
    let lines = world.run("report", "export", "--as", "sam").lines
    #expect(lines.count == 2 && lines.allSatisfy { $0["object"]?.string == "document" })
    let printed = world.run("report", "export", id, "--format", "print", "--as", "sam").output
    #expect(printed.contains("Expense report \(id)") && printed.contains("DSB 25.00"))
    #expect(world.run("report", "export", id, "--to", csv, "--as", "sam").status == .cannotCreate)
  }

  @Test("Edits of other parts at the same time are both kept, of the same part are a conflict")
  func merge() {
    var base = DocumentContent(fields: Record(), lines: [Record(), Record()])
    base.fields["purpose"] = .text("a")
    base.lines[1]["merchant"] = .text("second")
    var (mine, theirs) = (base, base)
    mine.fields["project"] = .text("p")
    mine.lines[0]["merchant"] = .text("m")
    theirs.fields["purpose"] = .text("b")
    theirs.lines.append(Record())
    #expect(DocumentMerge(base: base, mine: mine, theirs: theirs).overlap.isEmpty)
    theirs.fields["project"] = .text("q")
    theirs.lines[0]["merchant"] = .text("n")
    #expect(
      DocumentMerge(base: base, mine: mine, theirs: theirs).overlap == ["project", "line 1"])
    var removed = base
    removed.lines.removeFirst()
    #expect(DocumentMerge(base: base, mine: mine, theirs: removed).overlap == ["line 1"])
  }

  @Test("A text of a field has at most 4,000 characters, a comment 64 KiB")
  func limits() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "25.00")
    let long = String(repeating: "x", count: 4_001)
    let set = world.run("report", "set", id, "purpose=" + long, "--as", "sam")
    #expect(set.status == .badData && set.errors.contains("4000"))
    #expect(
      world.run("report", "set", id, "purpose=" + long.dropLast(), "--as", "sam").status == .done)
    let comment = String(repeating: "x", count: 65_537)
    let said = world.run("comment", id, comment, "--as", "sam")
    #expect(said.status == .badData && said.errors.contains("65536"))
  }
}
