/// One round of approvers inside an approval.
public struct ApprovalStep: Sendable {
  /// Its name among the steps.
  public let name: String
  /// Where it stands in the file.
  public let location: SourceLocation
  /// When it is not skipped; always when none.
  public let when: Expression?
  /// Who is asked.
  public let assignment: Assignment
  /// How many answers decide it.
  public let policy: any CompletionPolicy
  /// The title of its work items; the element's when none.
  public let subject: Template?
  /// What is asked of the people; the element's when none.
  public let instructions: Template?

  /// A step.
  public init(
    name: String, location: SourceLocation = .nowhere, when: Expression? = nil,
    assignment: Assignment, policy: any CompletionPolicy = SinglePolicy(),
    subject: Template? = nil, instructions: Template? = nil
  ) {
    self.name = name
    self.location = location
    self.when = when
    self.assignment = assignment
    self.policy = policy
    self.subject = subject
    self.instructions = instructions
  }

  static func parse(_ node: YAMLNode, _ reader: inout ElementReader) -> ApprovalStep? {
    reader.inside(node, example: "- step: manager") { reader in
      let name = reader.mapping.name("step", example: "manager")
      let when = reader.mapping.expression("when")
      let policy = reader.policy(default: SinglePolicy())
      let subject = reader.mapping.template("subject")
      let instructions = reader.mapping.template("instructions")
      guard let assignment = reader.requiredAssignment(), let name else { return nil }
      return ApprovalStep(
        name: name, location: reader.mapping.location(ofValue: "step"), when: when,
        assignment: assignment, policy: policy, subject: subject, instructions: instructions)
    }
  }
}
