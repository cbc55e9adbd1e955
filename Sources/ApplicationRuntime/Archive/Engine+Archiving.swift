// `archive`: instances that ended long ago move to a file (SPEC 11). The caller keeps the file.

import Workflow
import WorkflowRuntime

extension Engine {
  /// How many instances, with how many history entries, can be archived.
  public func countArchivable(
    endedBefore: Timestamp, as actor: Actor
  ) throws -> Int {
    try requireAdministrator(actor, "archive")
    var count = 0
    try archiving(endedBefore) { try $0.each { _ in count += 1 } }
    return count
  }

  /// Writes the archive, line by line. Nothing is removed yet.
  ///
  /// - Parameter write: takes a line with its end. The caller flushes the file and checks it with
  ///   ``verifyArchive(_:mustBeRecorded:telling:)`` before it calls
  ///   ``removeArchived(_:file:by:isStopped:)``.
  public func writeArchive(
    endedBefore: Timestamp, because reason: String, by actor: Actor,
    to write: (String) throws -> Void
  ) throws -> ArchiveSummary {
    try requireAdministrator(actor, "archive")
    let header = ArchiveHeader(
      store: store.location, at: now, actor: actor, reason: reason, endedBefore: endedBefore)
    return try archiving(endedBefore) { try $0.write(header, to: write) }
  }

  /// Checks an archive: its chains, contents and states, and that this store knows its hashes.
  ///
  /// - Parameters:
  ///   - mustBeRecorded: false before its instances are removed.
  ///   - tell: called for each thing that is wrong.
  /// - Throws: `badData` for a file that is no archive, or not a whole one.
  public func verifyArchive(
    _ source: @escaping ArchiveSource, mustBeRecorded: Bool = true,
    telling tell: @escaping (VerificationFinding) -> Void
  ) throws -> (report: VerificationReport, summary: ArchiveSummary) {
    do {
      var verification = ArchiveVerification(store, telling: tell)
      let summary = try verification.run(source, mustBeRecorded: mustBeRecorded)
      return (verification.report, summary)
    } catch {
      throw EngineError.wrapping(error)
    }
  }

  /// Removes the instances that are in an archive. Their hashes stay, in the history of each
  /// document an entry that says so, and for the whole a record that says who, when and why.
  ///
  /// - Parameters:
  ///   - source: the lines of the archive, flushed and checked.
  ///   - file: its name, for the record.
  ///   - isStopped: asked between two commits. What is removed by then stays removed; the rest
  ///     is archived the next time.
  /// - Returns: how many were removed; those that changed since are left.
  public func removeArchived(
    _ source: @escaping ArchiveSource, _ summary: ArchiveSummary, file: String, by actor: Actor,
    isStopped: () -> Bool = { false }
  ) throws -> Int {
    try requireAdministrator(actor, "archive")
    do {
      var removal = ArchiveRemoval(
        parts: parts, actor: actor, file: file, summary: summary)
      return try removal.run(source, isStopped: isStopped)
    } catch {
      throw EngineError.wrapping(error)
    }
  }

  private func archiving<Result>(
    _ endedBefore: Timestamp, _ body: (Archiving) throws -> Result
  ) throws -> Result {
    do {
      return try body(Archiving(store: store, endedBefore: endedBefore))
    } catch {
      throw EngineError.wrapping(error)
    }
  }
}
