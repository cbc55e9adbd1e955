// The saved state of an instance: what the runtime gets with a message, and what it returns.

import Workflow

/// An instance at a saved point: one run of one version for one document.
///
/// It is a value. The runtime makes the next one from it; between two messages it lives in the
/// store only.
public struct InstanceState: Hashable, Sendable {
  /// Where the run as a whole stands.
  public enum Stage: String, Hashable, Sendable, Storable {
    /// `workflowStarted` is posted, its acknowledgment is awaited.
    case starting
    case running
    /// `workflowCompleted` is posted.
    case completing
    case completed
    /// `workflowCanceled` is posted: recalled or canceled.
    case canceling
    case canceled
  }

  public let instance: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let workflow: WorkflowID
  /// Only a migration changes it.
  public var version: Int
  public let originator: PersonID
  /// The line of the document that it is about, from 1; nil for a whole document.
  public let line: Int?
  /// Whether a parent waits for its end.
  public let isDependent: Bool
  public var stage: Stage
  /// Approvals that are asked again, one after another; the first is at work (SPEC 6).
  public var toRunFirst: [ElementPath]
  /// The elements that sent the document back and start again after those.
  public var toRestart: [ElementPath]
  /// What changed in the document since it was approved, in words, for those who are asked again.
  public var changes: String?
  /// Whether it is a line that runs again because it changed: all who are asked see what changed.
  public var isAskedAgain: Bool
  /// Until when time as returned was taken off its limits.
  public var heldUntil: Timestamp?
  /// Why it ends early, while it waits for its children: recalled, or canceled.
  public var endReason: HistoryEvent?
  /// The elements that were started, by path; one that was not reached is not here.
  public var elements: [ElementPath: ElementState]

  public init(
    instance: InstanceID, document: DocumentID, documentType: DocumentTypeID,
    workflow: WorkflowID, version: Int, originator: PersonID, line: Int? = nil,
    isDependent: Bool = false, stage: Stage = .starting, toRunFirst: [ElementPath] = [],
    toRestart: [ElementPath] = [], changes: String? = nil,
    isAskedAgain: Bool = false, heldUntil: Timestamp? = nil, endReason: HistoryEvent? = nil,
    elements: [ElementPath: ElementState] = [:]
  ) {
    self.instance = instance
    self.document = document
    self.documentType = documentType
    self.workflow = workflow
    self.version = version
    self.originator = originator
    self.line = line
    self.isDependent = isDependent
    self.stage = stage
    self.toRunFirst = toRunFirst
    self.toRestart = toRestart
    self.changes = changes
    self.isAskedAgain = isAskedAgain
    self.heldUntil = heldUntil
    self.endReason = endReason
    self.elements = elements
  }

  /// The elements that are neither ended nor waiting to be reached, innermost last.
  public var current: [ElementPath] {
    elements.compactMap { $0.value.phase != .ended ? $0.key : nil }.sorted()
  }

  /// The elements that sent the document back and wait for its resubmission.
  public var sentBack: [ElementPath] {
    elements.compactMap { $0.value.phase == .sentBack ? $0.key : nil }.sorted()
  }

  /// Since when time does not count, because something was sent back; nil while nothing is.
  public var heldSince: Timestamp? {
    sentBack.compactMap { elements[$0]?.sentBackAt }.min().map { max($0, heldUntil ?? $0) }
  }
}
