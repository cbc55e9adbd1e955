/// When the answers that a step has decide it.
public protocol CompletionPolicy: Sendable, CustomStringConvertible {
  /// How the policy is written, for people who wrote something else.
  static var example: String { get }
  /// The policy that the text names; none when it names another.
  static func parse(_ text: String) -> Self?
  /// The policy as it is written in a file.
  var description: String { get }
  /// How many of so many approvers must approve; at least one.
  func needed(of approvers: Int) -> Int
  /// The decision that so many answers of so many approvers make; none while it is open.
  func decide(approvers: Int, approvals: Int, rejections: Int) -> StepDecision?
}

extension CompletionPolicy {
  /// The rule of all policies that count answers: the first rejection rejects, enough approvals
  /// approve.
  public func decide(approvers: Int, approvals: Int, rejections: Int) -> StepDecision? {
    if rejections > 0 { return .rejected }
    return approvals >= needed(of: approvers) ? .approved : nil
  }

  /// The decision when votes are counted: approved as soon as the needed number approved, rejected
  /// as soon as it can no longer be reached. A single answer decides however it is counted.
  public func decide(
    approvers: Int, approvals: Int, rejections: Int, by tally: Tally
  ) -> StepDecision? {
    guard tally == .votes, !(self is SinglePolicy) else {
      return decide(approvers: approvers, approvals: approvals, rejections: rejections)
    }
    if approvals >= needed(of: approvers) { return .approved }
    return approvers - rejections < needed(of: approvers) ? .rejected : nil
  }
}
