// `countersign verify`: the record checked from end to end, or an archive of it.

import ApplicationRuntime
import ArgumentParser

struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the chains of the history, what they cover, and that nothing is missing.",
    discussion: """
      Prints the head of the store's chain. Keep it elsewhere, and give it back with --head: a \
      record that was cut off or replaced does not have it any more. Exits with 1 when something \
      is wrong.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    help: ArgumentHelp("A head that was printed earlier and kept elsewhere.", valueName: "hash"))
  var head: String?

  @Option(help: ArgumentHelp("Check this archive instead of the store.", valueName: "file"))
  var archive: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let kept = try head.map { text throws(EngineError) in
      guard let hash = [UInt8](hexadecimal: text), hash.count == 32 else {
        throw EngineError(.usage, "--head takes the 64 digits that verify printed.")
      }
      return hash
    }
    guard archive == nil || kept == nil else {
      throw EngineError(.usage, "--head is of a store, --archive of a file: say one of them.")
    }
    let session = try context.openSession()
    // Reported as they are found; a record that was replaced has one for each entry.
    var shown: [VerificationFinding] = []
    let tell = { (finding: VerificationFinding) in
      if shown.count < VerificationObject.mostFindings { shown.append(finding) }
    }
    let report: VerificationReport
    if let archive {
      report = try session.engine.verifyArchive(
        try ArchiveFile.source(archive), telling: tell
      ).report
    } else {
      let signals = EndingSignals()
      report = try session.engine.verify(
        head: kept, isStopped: { signals.ending != nil }, telling: tell)
    }
    try session.output.write(
      VerificationObject(report: report, findings: shown, archive: archive))
    return report.isSound ? .done : .failed
  }
}
