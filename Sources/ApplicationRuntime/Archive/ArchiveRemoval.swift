// Removing from the store what an archive holds.

import Workflow
import WorkflowRuntime

/// Reads the archive once more and removes its instances, a few in each commit.
struct ArchiveRemoval {
  let parts: EngineParts
  let actor: Actor
  let file: String
  let summary: ArchiveSummary

  /// An instance of the archive, and how its history ends there.
  private struct Archived: Sendable {
    let instance: StoredInstance
    let entries: Int
    var lastHash: [UInt8]?
  }

  /// So many instances leave with one commit.
  private static let atOnce = 10

  mutating func run(_ source: @escaping ArchiveSource, isStopped: () -> Bool) throws -> Int {
    var removed = 0
    var window: [Archived] = []
    var reading = ArchiveReading(source)
    while let line = try reading.next() {
      switch line {
      case .instance(let instance, let entries):
        if window.count == Self.atOnce {
          if isStopped() { throw EngineError(.interrupted, "Archiving was stopped in between.") }
          removed += try remove(window, reading.header)
          window = []
        }
        window.append(Archived(instance: instance, entries: entries))
      case .entry(let entry):
        if !window.isEmpty { window[window.count - 1].lastHash = entry.hash }
      default: break
      }
    }
    return removed + (try remove(window, reading.header))
  }

  private func remove(_ window: [Archived], _ header: ArchiveHeader?) throws -> Int {
    guard !window.isEmpty, let header else { return 0 }
    let record = ArchiveRecord(header: header, summary: summary, file: file)
    let parts = parts
    let rule = Archiving(store: parts.store, endedBefore: header.endedBefore)
    return try parts.store.write { [self] transaction in
      _ = try transaction.appendRecord(
        in: ArchiveRecord.collection, key: summary.digest.hexadecimal, document: nil,
        body: record.body, at: parts.clock.now())
      var removed = 0
      for archived in window {
        guard let now = try transaction.instance(archived.instance.id),
          try rule.mayGo(now, transaction),
          try transaction.lastHash(of: .instance(now.id)) == archived.lastHash
        else { continue }
        try remove(archived, header, transaction)
        removed += 1
      }
      return removed
    }
  }

  private func remove(
    _ archived: Archived, _ header: ArchiveHeader, _ transaction: any StoreTransaction
  ) throws {
    let instance = archived.instance
    try transaction.removeInstance(instance.id)
    if var document = try transaction.document(instance.document),
      document.instance == instance.id
    {
      document.instance = nil
      try transaction.update(document, fingerprints: nil)
    }
    var chain = HistoryChain(document: instance.document, instance: nil)
    try chain.append(
      HistoryEntry(
        .archived, at: parts.clock.now(), actor: actor, comment: header.reason,
        detail: "\(instance.id), \(archived.entries) entries, the last hash "
          + "\((archived.lastHash ?? []).hexadecimal), archive \(summary.digest.hexadecimal)"),
      to: transaction, random: parts.random)
  }
}
