// Activating a version: its warnings are shown and must be accepted.

import ApplicationRuntime
import Workflow

struct WorkflowActivation {
  let session: Session
  let context: CommandContext

  func activate(_ workflow: WorkflowID, version: Int?) throws -> ExitStatus {
    let actor = try session.actingPerson()
    let versions = try session.engine.versions(of: workflow)
    let chosen = version.map { number in versions.first { $0.version == number } } ?? versions.first
    guard let chosen else {
      throw EngineError(
        .notFound,
        "There is no workflow “\(workflow)”" + (version.map { " version \($0)" } ?? "") + ".")
    }
    try requireAcceptance(of: chosen.source, file: "\(workflow) version \(chosen.version)")
    let active = try session.engine.activateWorkflow(
      workflow, version: chosen.version, acceptingWarnings: true, by: actor
    ).version
    try tell(active)
    return .done
  }

  /// Errors refuse; warnings are shown and have to be accepted.
  func requireAcceptance(of source: String, file: String) throws {
    let findings = try session.engine.checkWorkflow(source, file: file).findings
    try CheckedFile(findings: findings).requireNoErrors(in: file)
    guard !findings.isEmpty else { return }
    for finding in findings { try session.output.note(finding.description) }
    try context.confirm("Activate \(file) with \(Words.count(findings.count, "warning"))?")
  }

  func tell(_ active: StoredWorkflowVersion) throws {
    if session.output.format == .text {
      try session.output.say("\(active.workflow) version \(active.version) is active.")
    } else {
      try session.output.write(WorkflowObject(active))
    }
  }
}
