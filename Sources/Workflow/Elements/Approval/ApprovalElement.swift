/// Ordered steps of approvers; steps run one after another.
public struct ApprovalElement: ElementDefinition {
  public static let keyword = "approval"
  public static let asksPeople = true

  /// The steps in their order.
  public let steps: [ApprovalStep]
  /// What the system answers by itself when the element starts.
  public let automatic: AutomaticAction?
  /// What the approvers may do; everything when none.
  public let allow: Set<AllowedAction>?
  /// The time that there is for the approval as a whole.
  public let deadline: Deadline
  /// Who must approve as well when the originator was among those who approved.
  public let finalApprover: FinalApprover?
  /// Whether a person who already approved in it is not asked again.
  public let skipsApproved: Bool

  /// An approval.
  public init(
    steps: [ApprovalStep], automatic: AutomaticAction? = nil, allow: Set<AllowedAction>? = nil,
    deadline: Deadline = .none, finalApprover: FinalApprover? = nil, skipsApproved: Bool = false
  ) {
    self.steps = steps
    self.automatic = automatic
    self.allow = allow
    self.deadline = deadline
    self.finalApprover = finalApprover
    self.skipsApproved = skipsApproved
  }

  /// The step of this name.
  public func step(named name: String) -> ApprovalStep? { steps.first { $0.name == name } }

  public static func parse(_ reader: inout ElementReader) -> ApprovalElement? {
    let automatic = reader.automaticAction([.approve, .reject, .requestChange, .deny])
    let allow = reader.allowedActions(
      [.approve, .reject, .requestChange, .deny, .delegate], needed: .approve)
    let deadline = reader.wholeDeadline(answers: [.approve, .reject])
    let finalApprover = reader.finalApprover()
    let skipsApproved = reader.mapping.bool("skip-approved")
    let example = "[ { step: manager, assign: { user: sue } } ]"
    guard let node = reader.mapping.requiredNode("steps", example: example) else { return nil }
    guard let nodes = node.sequence, !nodes.isEmpty else {
      reader.mapping.error(
        at: node.location, "`steps` must be a list with at least one step",
        "Write `steps: \(example)`")
      return nil
    }
    guard nodes.count <= ElementReader.greatestElementCount else {
      reader.mapping.error(
        at: node.location, "an approval may have \(ElementReader.greatestElementCount) steps",
        "Split the approval")
      return nil
    }
    var steps: [ApprovalStep] = []
    for node in nodes {
      guard let step = ApprovalStep.parse(node, &reader) else { continue }
      if let other = steps.first(where: { $0.name == step.name }) {
        reader.mapping.error(
          at: step.location, "the step name `\(step.name)` is used twice",
          "Name this step differently than the one in line \(other.location.line)")
      }
      steps.append(step)
      if deadline.limit != nil, step.deadline.limit != nil {
        reader.mapping.error(
          at: step.deadline.location,
          "the step `\(step.name)` has a limit, and so has the approval as a whole",
          "Remove this one, or the approval's in line \(deadline.location.line)")
      }
    }
    return ApprovalElement(
      steps: steps, automatic: automatic, allow: allow, deadline: deadline,
      finalApprover: finalApprover, skipsApproved: skipsApproved ?? false)
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(automatic: automatic, allow: allow, at: element.location)
    checker.check(limit: deadline.limit)
    checker.check(finalApprover)
    checker.checkLockOut(
      finalApprover, approvers: steps.map(\.assignment), of: element.path)
    for step in steps {
      checker.check(condition: step.when)
      checker.check(template: step.subject)
      checker.check(template: step.instructions)
      checker.check(step.assignment, for: "step `\(step.name)` of `\(element.path)`")
      checker.check(step.deadline, for: "step `\(step.name)` of `\(element.path)`")
    }
  }
}
