// Instances that ended long ago move to an archive, never silently (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ArchiveTests {
  private final class File {
    var lines: [String] = []
    func source() -> ArchiveSource {
      var next = 0
      return { [self] in
        defer { next += 1 }
        return next < lines.count ? lines[next] : nil
      }
    }
  }

  private func written(_ bench: Bench) throws -> (file: File, summary: ArchiveSummary) {
    let file = File()
    let summary = try bench.engine.writeArchive(
      endedBefore: .distantFuture, because: "two years are over", by: Bench.root,
      to: { file.lines.append($0) })
    return (file, summary)
  }

  private func findings(
    _ bench: Bench, _ file: File, mustBeRecorded: Bool = true
  ) throws -> [VerificationFinding] {
    var found: [VerificationFinding] = []
    _ = try bench.engine.verifyArchive(
      file.source(), mustBeRecorded: mustBeRecorded, telling: { found.append($0) })
    return found
  }

  @Test("archived instances are removed, a record stays, and verify still passes")
  func archive() throws {
    let bench = try VerificationTests.lived()
    let entries = bench.store.tables.history.filter { $0.instance != nil }.count
    let (file, summary) = try written(bench)
    #expect(summary.instances == 2 && summary.entries == entries)
    #expect(try findings(bench, file, mustBeRecorded: false).isEmpty)
    #expect(try findings(bench, file).map(\.kind) == [.missing])
    let removed = try bench.engine.removeArchived(
      file.source(), summary, file: "old.jsonl", by: Bench.root)
    #expect(removed == 2 && bench.store.tables.instances.isEmpty)
    #expect(!bench.store.tables.history.contains { $0.instance != nil })
    let told = bench.store.tables.history.filter { $0.entry.event == .archived }
    #expect(told.count == 2)
    #expect(told.allSatisfy { $0.entry.comment == "two years are over" })
    #expect(told.allSatisfy { $0.entry.actor == Bench.root })
    let record = try #require(bench.store.tables.records["archive"]?.first)
    #expect(record.key == summary.digest.hexadecimal && record.body.contains("old.jsonl"))
    let (report, found) = try VerificationTests.verified(bench.engine)
    #expect(found.isEmpty && report.removedEntries == entries)
    #expect(try findings(bench, file).isEmpty)
    // The document goes on; its history begins anew beside the archived one.
    let id = try #require(bench.store.tables.documents.keys.sorted().first)
    try bench.act(.comment, id, by: "sam")
    #expect(try VerificationTests.verified(bench.engine).findings.isEmpty)
  }

  @Test("an archive that was changed, cut or is none is found")
  func damaged() throws {
    let bench = try VerificationTests.lived()
    let (file, summary) = try written(bench)
    _ = try bench.engine.removeArchived(file.source(), summary, file: "f", by: Bench.root)
    let whole = file.lines
    for (index, line) in whole.enumerated() where index > 0 {
      file.lines[index] = line.replacing("\"message\":", with: "\"message\" :")
      if file.lines[index] != line {
        #expect(throws: EngineError.self) { try findings(bench, file) }
      }
      file.lines = whole
    }
    file.lines.removeLast()
    #expect(throws: EngineError.self) { try findings(bench, file) }
    file.lines = ["hello\n"]
    #expect(throws: EngineError.self) { try findings(bench, file) }
    file.lines = []
    #expect(throws: EngineError.self) { try findings(bench, file) }
    // With another digest the file is whole again, but the store knows better.
    let other = try Bench(Elements.manager)
    for _ in 1...3 {
      try other.act(.approve, try other.underWay(), by: "frank")
      try other.run()
    }
    file.lines = try written(other).file.lines
    #expect(try findings(bench, file).contains { $0.kind == .missing })
  }

  @Test("what is under way, or ended too late, is not archived")
  func refused() throws {
    let bench = try Bench(Elements.receipts)
    let open = try bench.underWay()
    #expect(try bench.engine.countArchivable(endedBefore: .distantFuture, as: Bench.root) == 0)
    try bench.act(.complete, open, by: "ann")
    try bench.run()
    let now = bench.clock.now()
    #expect(try bench.engine.countArchivable(endedBefore: .distantFuture, as: Bench.root) == 1)
    let past = now.advanced(by: .seconds(-60))
    #expect(try bench.engine.countArchivable(endedBefore: past, as: Bench.root) == 0)
    #expect(throws: EngineError.self) {
      try bench.engine.countArchivable(endedBefore: now, as: Actor("sam"))
    }
  }
}
