/// What a workflow is checked against: what the developer built in and who is there now.
public struct CheckContext: Sendable {
  /// The document types with their fields.
  public var types: [DocumentTypeID: DocumentSchema]
  /// What automated elements may run, by type; a type that is missing here is not checked.
  public var executables: [DocumentTypeID: Set<String>]
  /// The organisation; without one nothing about people is checked.
  public var organization: Organization?
  /// The workflows that there are, in whatever version; none when names of workflows are not
  /// checked.
  public var workflows: Set<WorkflowID>?
  /// The active versions of the other workflows: for lines, subworkflows, circles of them, and
  /// activation conditions that are not apart. The checked workflow itself may be among them.
  public var activeWorkflows: [WorkflowDefinition]
  /// The types whose documents can be denied.
  public var typesWithDeny: Set<DocumentTypeID>
  /// The day for which people are active or not; without one only disabled people count as absent.
  public var today: Day?

  /// A context of these parts.
  public init(
    types: [DocumentTypeID: DocumentSchema] = [:],
    executables: [DocumentTypeID: Set<String>] = [:], organization: Organization? = nil,
    workflows: Set<WorkflowID>? = nil, activeWorkflows: [WorkflowDefinition] = [],
    typesWithDeny: Set<DocumentTypeID> = [], today: Day? = nil
  ) {
    self.types = types
    self.executables = executables
    self.organization = organization
    self.workflows = workflows
    self.activeWorkflows = activeWorkflows
    self.typesWithDeny = typesWithDeny
    self.today = today
  }
}
