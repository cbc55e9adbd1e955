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
  /// Whether the policy counts answers or votes.
  public let tally: Tally
  /// The title of its work items; the element's when none.
  public let subject: LocalizedTemplate?
  /// What is asked of the people; the element's when none.
  public let instructions: LocalizedTemplate?
  /// The time that there is.
  public let deadline: Deadline
  /// Its keys as they are written; none when it was made in code.
  private(set) var keys: [WrittenKey] = []

  /// A step.
  public init(
    name: String, location: SourceLocation = .nowhere, when: Expression? = nil,
    assignment: Assignment, policy: any CompletionPolicy = SinglePolicy(),
    tally: Tally = .answers, subject: LocalizedTemplate? = nil,
    instructions: LocalizedTemplate? = nil, deadline: Deadline = .none
  ) {
    self.name = name
    self.location = location
    self.when = when
    self.assignment = assignment
    self.policy = policy
    self.tally = tally
    self.deadline = deadline
    self.subject = subject
    self.instructions = instructions
  }

  static func parse(_ node: YAMLNode, _ reader: inout ElementReader) -> ApprovalStep? {
    reader.inside(node, as: "a step", example: "- step: manager") { reader in
      let name = reader.mapping.name("step", example: "manager")
      let when = reader.mapping.expression("when")
      let policy = reader.policy(default: SinglePolicy())
      let tally = reader.mapping.choice("tally", as: Tally.self)
      let deadline = reader.deadline(answers: [.approve, .reject])
      let subject = reader.mapping.localizedTemplate("subject")
      let instructions = reader.mapping.localizedTemplate("instructions")
      guard let assignment = reader.requiredAssignment(), let name else { return nil }
      for provider in [assignment.provider, assignment.fallback] where provider is QueueProvider {
        reader.mapping.error(
          at: assignment.location, "a step of an approval has no `queue`",
          "It may stand on \(KeyPlaces.standard["queue"] ?? "a task")")
      }
      var step = ApprovalStep(
        name: name, location: reader.mapping.location(ofValue: "step"), when: when,
        assignment: assignment, policy: policy, tally: tally ?? .answers, subject: subject,
        instructions: instructions, deadline: deadline)
      step.keys = WrittenKey.keys(of: node, named: "step")
      return step
    }
  }
}
