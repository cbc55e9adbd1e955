// How many instances run a version.

import Workflow
import WorkflowRuntime

/// The instances of one version that are not at their end.
public struct OpenInstanceCount: Hashable, Sendable {
  public let workflow: WorkflowID
  public let version: Int
  public let count: Int

  public init(workflow: WorkflowID, version: Int, count: Int) {
    self.workflow = workflow
    self.version = version
    self.count = count
  }

  /// Each version once, by its workflow and number.
  public static func together(_ counts: [OpenInstanceCount]) -> [OpenInstanceCount] {
    struct Key: Hashable {
      let workflow: WorkflowID
      let version: Int
    }
    let totals = counts.reduce(into: [Key: Int]()) {
      $0[Key(workflow: $1.workflow, version: $1.version), default: 0] += $1.count
    }
    return totals.map { .init(workflow: $0.workflow, version: $0.version, count: $1) }
      .sorted { ($0.workflow, $0.version) < ($1.workflow, $1.version) }
  }
}
