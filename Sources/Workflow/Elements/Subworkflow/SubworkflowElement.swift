/// Another workflow on a related document.
public struct SubworkflowElement: Sendable {
  /// The workflow, in its active version when the element starts.
  public let workflow: WorkflowID
  /// The field that holds the related document's id, such as `cash-advance`.
  public let document: FieldReference
  /// Whether the element waits for its end: dependent, or independent.
  public let waits: Bool
  /// Where the workflow is named.
  public let location: SourceLocation

  /// A subworkflow.
  public init(
    workflow: WorkflowID, document: FieldReference, waits: Bool = true,
    location: SourceLocation = .nowhere
  ) {
    self.workflow = workflow
    self.document = document
    self.waits = waits
    self.location = location
  }
}
