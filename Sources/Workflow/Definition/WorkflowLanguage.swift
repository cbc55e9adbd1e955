/// What workflows may be made of. THE list in which a kind of element, a provider of people or a
/// policy is entered; nothing else names them all.
public struct WorkflowLanguage: Sendable {
  /// The kinds of elements.
  public let elementKinds: [any ElementDefinition.Type]
  /// The ways to say who is asked.
  public let providers: [any AssignmentProvider.Type]
  /// The ways to decide a step.
  public let policies: [any CompletionPolicy.Type]
  /// Keys that are known to come, so that they are told apart from slips.
  public let laterKeys: Set<String>

  /// A language of these parts.
  public init(
    elementKinds: [any ElementDefinition.Type], providers: [any AssignmentProvider.Type],
    policies: [any CompletionPolicy.Type], laterKeys: Set<String> = []
  ) {
    self.elementKinds = elementKinds
    self.providers = providers
    self.policies = policies
    self.laterKeys = laterKeys
  }

  /// What this release knows.
  public static let standard = WorkflowLanguage(
    elementKinds: [
      ApprovalElement.self, TaskElement.self, ChoiceElement.self, DecisionElement.self,
      AutomatedElement.self, ParallelElement.self, LinesElement.self, SubworkflowElement.self,
      RepeatElement.self,
    ],
    providers: [
      UserProvider.self, UsersProvider.self, GroupProvider.self, AdministratorsProvider.self,
      OriginatorProvider.self, OwnerProvider.self, PreviousApproverProvider.self,
      FieldProvider.self, HierarchyProvider.self, QueueProvider.self,
    ],
    policies: [SinglePolicy.self, AllPolicy.self, MajorityPolicy.self, PercentagePolicy.self])
}
