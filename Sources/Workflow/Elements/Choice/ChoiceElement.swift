/// A manual decision: a person picks one of the named outcomes, and its elements run.
public struct ChoiceElement: ElementDefinition {
  public static let keyword = "choice"
  public static let asksPeople = true

  /// Who is asked.
  public let assignment: Assignment
  /// The outcomes in their order.
  public let outcomes: [NamedOutcome]
  /// The time that there is.
  public let deadline: Deadline

  /// A choice.
  public init(assignment: Assignment, outcomes: [NamedOutcome], deadline: Deadline = .none) {
    self.assignment = assignment
    self.outcomes = outcomes
    self.deadline = deadline
  }

  /// One branch for each outcome, of its name.
  public var branches: [ElementBranch] {
    outcomes.map { ElementBranch(name: $0.name, elements: $0.elements) }
  }

  public static func parse(_ reader: inout ElementReader) -> ChoiceElement? {
    let outcomes = reader.choiceOutcomes()
    let deadline = reader.deadline(answers: [.reject], outcomes: outcomes)
    guard let assignment = reader.requiredAssignment(), !outcomes.isEmpty else { return nil }
    return ChoiceElement(assignment: assignment, outcomes: outcomes, deadline: deadline)
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(assignment, for: "choice `\(element.path)`")
    checker.check(deadline, for: "choice `\(element.path)`")
  }
}
