/// Something that one of the people who are asked completes; the first to accept owns it.
public struct TaskElement: ElementDefinition {
  public static let keyword = "task"
  public static let asksPeople = true

  /// Who is asked.
  public let assignment: Assignment
  /// What the system answers by itself when the element starts.
  public let automatic: AutomaticAction?
  /// What the people may do; everything when none.
  public let allow: Set<AllowedAction>?
  /// The outcomes that the workflow names; empty when `complete` is the one.
  public let outcomes: [NamedOutcome]
  /// The time that there is.
  public let deadline: Deadline

  /// A task.
  public init(
    assignment: Assignment, automatic: AutomaticAction? = nil, allow: Set<AllowedAction>? = nil,
    outcomes: [NamedOutcome] = [], deadline: Deadline = .none
  ) {
    self.assignment = assignment
    self.automatic = automatic
    self.allow = allow
    self.outcomes = outcomes
    self.deadline = deadline
  }

  public static func parse(_ reader: inout ElementReader) -> TaskElement? {
    let automatic = reader.automaticAction([.complete, .reject, .requestChange])
    let allow = reader.allowedActions(
      [.complete, .reject, .requestChange, .delegate], needed: .complete)
    let outcomes = reader.taskOutcomes()
    let deadline = reader.deadline(
      answers: outcomes.isEmpty ? [.complete, .reject] : [.reject], outcomes: outcomes)
    guard let assignment = reader.requiredAssignment() else { return nil }
    return TaskElement(
      assignment: assignment, automatic: automatic, allow: allow, outcomes: outcomes,
      deadline: deadline)
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(
      automatic: automatic, allow: allow, outcomes: outcomes, at: element.location)
    checker.check(assignment, for: "task `\(element.path)`")
    checker.check(deadline, for: "task `\(element.path)`")
  }
}
