// Checking the saved versions of workflows: they never change, and can be read.

import Workflow
import WorkflowRuntime

struct VersionVerification {
  let reading: any StoreReading

  /// How many there are, and what is wrong with them.
  func run() throws -> (versions: Int, findings: [VerificationFinding]) {
    var count = 0
    var findings: [VerificationFinding] = []
    for workflow in try reading.workflowVersions(of: nil).map(\.workflow) {
      for version in try reading.workflowVersions(of: workflow) {
        count += 1
        if let finding = try finding(about: version) { findings.append(finding) }
      }
    }
    return (count, findings)
  }

  private func finding(about version: StoredWorkflowVersion) throws -> VerificationFinding? {
    let name = "\(version.workflow) version \(version.version)"
    let digest = try reading.setting(
      SettingName.digest(of: version.version, of: version.workflow))
    if let digest, digest != version.digest {
      return VerificationFinding(.changed, "\(name) was changed after it was saved")
    }
    let (definition, findings) = WorkflowDefinition.parse(version.source, file: name)
    guard let definition else {
      let why = findings.first.map { ": \($0.description)" } ?? ""
      return VerificationFinding(.unreadable, "\(name) cannot be read\(why)")
    }
    guard definition.id == version.workflow, definition.type == version.documentType else {
      return VerificationFinding(
        .changed, "\(name) holds the text of \(definition.id) for \(definition.type)")
    }
    return nil
  }
}
