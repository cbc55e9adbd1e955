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
  public let version: Int
  public let originator: PersonID
  public var stage: Stage
  /// The elements that were started, by path; one that was not reached is not here.
  public var elements: [ElementPath: ElementState]

  public init(
    instance: InstanceID, document: DocumentID, documentType: DocumentTypeID,
    workflow: WorkflowID, version: Int, originator: PersonID, stage: Stage = .starting,
    elements: [ElementPath: ElementState] = [:]
  ) {
    self.instance = instance
    self.document = document
    self.documentType = documentType
    self.workflow = workflow
    self.version = version
    self.originator = originator
    self.stage = stage
    self.elements = elements
  }

  /// The elements that are neither ended nor waiting to be reached, innermost last.
  public var current: [ElementPath] {
    elements.filter { $0.value.phase != .ended }.keys.sorted()
  }

  /// The element that sent the document back, when its originator is asked to resubmit.
  public var sentBack: ElementPath? {
    elements.first { $0.value.phase == .sentBack }?.key
  }
}
