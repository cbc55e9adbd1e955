// Checking an archive: by itself, and against the store that it was taken from.

import Workflow
import WorkflowRuntime

/// Goes through the lines once: chains, contents, states, and that the store knows each hash.
struct ArchiveVerification {
  let store: any Store
  let tell: (VerificationFinding) -> Void
  private(set) var report = VerificationReport()
  private var instance: (row: StoredInstance, entries: Int, stream: StreamVerification)?
  private var lastLegacyEntry: Int64 = 0

  init(_ store: any Store, telling tell: @escaping (VerificationFinding) -> Void) {
    self.store = store
    self.tell = tell
  }

  /// - Parameter mustBeRecorded: whether the store must say that it was archived here.
  mutating func run(
    _ source: @escaping ArchiveSource, mustBeRecorded: Bool
  ) throws -> ArchiveSummary {
    let first = try store.read { try $0.storeChain(after: -1, limit: 1).first }
    if let first, first.number == 0 { lastLegacyEntry = first.last }
    var reading = ArchiveReading(source)
    while let line = try reading.next() {
      switch line {
      case .header, .workItem: break
      case .instance(let row, let entries):
        endInstance()
        report.instances += 1
        instance = (
          row, entries, StreamVerification(.instance(row.id), lastLegacyEntry: lastLegacyEntry)
        )
      case .entry(let entry): try take(entry)
      case .end: endInstance()
      }
    }
    guard let summary = reading.summary else {
      throw EngineError(.badData, "The file is no archive of Countersign.")
    }
    if mustBeRecorded { try checkRecord(summary) }
    return summary
  }

  private mutating func found(_ finding: VerificationFinding) {
    report.findings += 1
    tell(finding)
  }

  private mutating func take(_ entry: StoredHistoryEntry) throws {
    report.entries += 1
    if entry.isErased { report.erasedEntries += 1 }
    guard instance?.row.id == entry.instance else {
      return found(
        finding(.changed, entry, "history entry \(entry.sequence) stands at another instance"))
    }
    let findings = instance?.stream.take(entry) ?? []
    for finding in findings { found(finding) }
    let kept = try store.read {
      try $0.historyHashes(after: entry.sequence - 1, limit: 1).first
    }
    guard let kept, kept.sequence == entry.sequence else {
      return found(
        finding(.missing, entry, "the store knows no history entry \(entry.sequence)"))
    }
    if kept.isRemoved { report.removedEntries += 1 }
    if kept.hash != entry.hash {
      found(
        finding(
          .changed, entry, "history entry \(entry.sequence) has another hash in the store"))
    }
  }

  private mutating func endInstance() {
    guard let instance else { return }
    self.instance = nil
    if instance.stream.entries != instance.entries {
      found(
        VerificationFinding(
          .missing,
          "\(instance.row.id) had \(instance.entries) history entries; the archive has "
            + "\(instance.stream.entries)", document: instance.row.document,
          instance: instance.row.id))
    }
    for finding in instance.stream.atEnd(of: instance.row.document, saved: instance.row.state) {
      found(finding)
    }
  }

  private mutating func checkRecord(_ summary: ArchiveSummary) throws {
    let record = try store.read {
      try $0.record(in: ArchiveRecord.collection, key: summary.digest.hexadecimal)
    }
    guard record == nil else { return }
    found(
      VerificationFinding(
        .missing,
        "the store has no record of the archive \(summary.digest.hexadecimal): it was taken from "
          + "another store, or not to its end"))
  }

  private func finding(
    _ kind: VerificationFinding.Kind, _ entry: StoredHistoryEntry, _ message: String
  ) -> VerificationFinding {
    VerificationFinding(
      kind, message, sequence: entry.sequence, document: entry.document, instance: entry.instance)
  }
}
