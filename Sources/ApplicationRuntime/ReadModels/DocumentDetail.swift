// A document with everything that its page shows.

import Workflow
import WorkflowRuntime

/// A document as one person sees it.
public struct DocumentDetail: Sendable {
  public let document: Document
  public let originatorName: String
  /// The rules' findings, as if it were submitted now.
  public let findings: [DocumentFinding]
  /// Calculated fields, by the names of the schema.
  public let calculated: Record
  /// Every action, allowed or with the reason why not.
  public let actions: [ActionAvailability]
  /// The open work items.
  public let openItems: [WorkItem]
  /// What comes next, in words, in order.
  public let next: [String]
  /// The instances, newest first.
  public let instances: [InstanceID]
  /// Which steps its open items belong to.
  public internal(set) var steps: [WorkItemID: StepPlace] = [:]
}
