// `countersign archive`: instances that ended long ago move to a file.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Workflow

struct ArchiveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Move instances that ended long ago to a file.",
    discussion: """
      The file is written, flushed and checked before anything is removed. Who did it, when and \
      why stays in the history, and so do all hashes.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    help: ArgumentHelp("Only what ended longer ago: 90d, \"12 weeks\".", valueName: "duration"))
  var olderThan: DurationOption

  @Option(help: ArgumentHelp("The new file, one JSON object a line.", valueName: "file"))
  var to: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let limit = session.engine.now.advanced(by: .zero - olderThan.duration)
    let count = try session.engine.countArchivable(endedBefore: limit, as: actor)
    guard count > 0 else {
      try session.output.write(ArchiveObject(file: nil, summary: nil, removed: 0))
      return .done
    }
    try context.confirm(
      "Move \(Words.count(count, "instance")) that ended before \(Words.time(limit)) to “\(to)”?")
    let file = try NewFile(to)
    let reason = options.comment ?? "ended more than \(olderThan.duration.words) ago"
    let summary = try session.engine.writeArchive(
      endedBefore: limit, because: reason, by: actor, to: file.write)
    try file.flush()
    var wrong: [String] = []
    let checked = try session.engine.verifyArchive(
      try ArchiveFile.source(file.draft), mustBeRecorded: false
    ) { if wrong.count < 20 { wrong.append($0.message) } }
    guard checked.report.isSound, checked.summary == summary else {
      throw EngineError(
        .badData, "Nothing was removed: the archive is not sound. Look at it with verify.",
        details: wrong)
    }
    try file.publish()
    let signals = EndingSignals()
    let removed = try session.engine.removeArchived(
      try ArchiveFile.source(to), summary, file: URL(fileURLWithPath: to).path, by: actor,
      isStopped: { signals.ending != nil })
    // What was removed is not left in the journal.
    try session.engine.store.checkpoint()
    try session.output.write(ArchiveObject(file: to, summary: summary, removed: removed))
    return .done
  }
}
