// Checking the saved versions of workflows: they never change, and can be read.

import Workflow
import WorkflowRuntime

/// Looks at a few versions in each reading, so that none lasts however many there are.
struct VersionVerification {
  let store: any Store

  /// So many are read at once: each has the whole text of a file.
  private static let windowSize = 50

  /// How many there are; tells what is wrong with them.
  func run(_ isStopped: () throws -> Void, found: (VerificationFinding) -> Void) throws -> Int {
    var count = 0
    var last: StoredWorkflowVersion?
    while true {
      try isStopped()
      let window = try store.read { reading in
        try reading.workflowVersions(
          after: last.map { ($0.workflow, $0.version) }, limit: Self.windowSize
        ).map { version in
          let name = SettingName.digest(of: version.version, of: version.workflow)
          return (version, digest: try reading.setting(name))
        }
      }
      for (version, digest) in window {
        if let finding = finding(about: version, digest) { found(finding) }
      }
      count += window.count
      last = window.last?.0
      if window.count < Self.windowSize { return count }
    }
  }

  private func finding(
    about version: StoredWorkflowVersion, _ digest: String?
  ) -> VerificationFinding? {
    let name = "\(version.workflow) version \(version.version)"
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
