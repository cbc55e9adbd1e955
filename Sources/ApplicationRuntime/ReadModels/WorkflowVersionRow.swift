// A saved version of a workflow in a list.

import Workflow
import WorkflowRuntime

/// A version of a workflow in one line.
public struct WorkflowVersionRow: Hashable, Sendable {
  public let workflow: WorkflowID
  public let version: Int
  public let type: DocumentTypeID
  /// What documents of its type are called.
  public let typeTitle: String
  public let title: String
  public let isActive: Bool
  public let savedAt: Timestamp
  public let savedByName: String?
  public let comment: String?
  /// The instances that run it now.
  public let openInstances: Int
  /// Whether there may be more of them than were counted.
  public let hasMoreInstances: Bool
  /// Everything that a check finds now, errors and warnings.
  public let findings: [Finding]
  /// Why this person may not edit, activate or delete it; nil when that is allowed.
  public let reasonAgainstKeeping: String?

  public var errors: [Finding] { findings.filter { $0.severity == .error } }
  public var warnings: [Finding] { findings.filter { $0.severity == .warning } }
}
