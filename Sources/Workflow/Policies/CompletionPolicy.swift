/// When the answers that a step has decide it.
public protocol CompletionPolicy: Sendable, CustomStringConvertible {
  /// How the policy is written, for people who wrote something else.
  static var example: String { get }
  /// The policy that the text names; none when it names another.
  static func parse(_ text: String) -> Self?
  /// The policy as it is written in a file.
  var description: String { get }
  /// The decision that so many answers of so many approvers make; none while it is open.
  func decide(approvers: Int, approvals: Int, rejections: Int) -> StepDecision?
}

extension CompletionPolicy {
  /// The rule of all policies that count: the first rejection rejects, enough approvals approve.
  func decide(approvals: Int, rejections: Int, needed: Int) -> StepDecision? {
    if rejections > 0 { return .rejected }
    return approvals >= max(1, needed) ? .approved : nil
  }
}
