/// What a workflow is checked against: what the developer built in and who is there now.
public struct CheckContext: Sendable {
  /// The document types with their fields.
  public var types: [DocumentTypeID: DocumentSchema]
  /// What automated elements may run, by type; a type that is missing here is not checked.
  public var executables: [DocumentTypeID: Set<String>]
  /// The organisation; without one nothing about people is checked.
  public var organization: Organization?
  /// The workflows that there are.
  public var workflows: Set<WorkflowID>
  /// The types whose documents can be denied.
  public var typesWithDeny: Set<DocumentTypeID>
  /// The day for which people are active or not; without one only disabled people count as absent.
  public var today: Day?

  /// A context of these parts.
  public init(
    types: [DocumentTypeID: DocumentSchema] = [:],
    executables: [DocumentTypeID: Set<String>] = [:], organization: Organization? = nil,
    workflows: Set<WorkflowID> = [], typesWithDeny: Set<DocumentTypeID> = [], today: Day? = nil
  ) {
    self.types = types
    self.executables = executables
    self.organization = organization
    self.workflows = workflows
    self.typesWithDeny = typesWithDeny
    self.today = today
  }
}
