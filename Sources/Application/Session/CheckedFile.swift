// What a check found, written, and what it means for the command.

import ApplicationRuntime
import Workflow

struct CheckedFile {
  let findings: [Finding]

  var errors: [Finding] { findings.filter { $0.severity == .error } }

  /// Writes what was found; the status is that of bad data when there are errors.
  func write(to output: CommandOutput, good: String) throws -> ExitStatus {
    if output.format == .text {
      try output.writeLines(findings.map(\.description))
      if findings.isEmpty { try output.say(good) }
    } else {
      try output.write(findings.map { FindingObject($0) })
    }
    return errors.isEmpty ? .done : .badData
  }

  /// Throws when the file cannot be used.
  func requireNoErrors(in file: String) throws(EngineError) {
    guard !errors.isEmpty else { return }
    throw EngineError(
      .badData, "\(file) has " + Words.count(errors.count, "error") + ".",
      details: findings.map(\.description))
  }
}
