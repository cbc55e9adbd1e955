/// A document type that is declared in a file of its own, without Swift.
///
/// An organisation names the files: `types: [purchase-request.yaml]`.
public struct TypeDeclaration: Sendable {
  /// Its id, such as `purchase-request`.
  public let id: DocumentTypeID
  /// What people call it.
  public let title: String
  /// The capital letters that begin the ids of its documents.
  public let prefix: String
  /// What names a document in lists.
  public let documentTitle: Template
  /// The fields of header and lines, calculated ones among them.
  public let schema: DocumentSchema
  /// What is looked at before a document is submitted.
  public let rules: [RuleDeclaration]
  /// The statuses after *approved*, in order, as hyphenated words.
  public let statuses: [String]
  /// Whether approvers may deny.
  public let allowsDeny: Bool
  /// The workflow that runs when no activation condition holds.
  public let defaultWorkflow: WorkflowID?
  /// How a command that fails is tried again; none for the usual way.
  public let retry: RetryDeclaration?
  /// The commands that run for events of the workflow.
  public let handlers: [DeclaredEvent: CommandDeclaration]
  /// The commands that automated elements run, by the name in `run:`.
  public let executables: [String: CommandDeclaration]
  /// The calculated fields of the header, each after those that it needs.
  let calculations: [Calculation]
  /// Those of a line likewise.
  let lineCalculations: [Calculation]
  /// Where the id and the prefix stand, for findings about other types.
  let idLocation: SourceLocation
  let prefixLocation: SourceLocation
}

/// A field, and what computes it.
struct Calculation: Sendable {
  let field: Field
  let expression: Expression
}

/// The events of a workflow that a declared type may name, by their words in the file.
public enum DeclaredEvent: String, Hashable, Sendable, CaseIterable {
  case workflowStarted = "workflow-started"
  case elementStarted = "element-started"
  case workItemsCreated = "work-items-created"
  case stepCompleted = "step-completed"
  case elementEnded = "element-ended"
  case workflowCompleted = "workflow-completed"
  case workflowCanceled = "workflow-canceled"
}
