/// An answer that the system gives at once when its condition holds as the element starts.
public struct AutomaticAction: Hashable, Sendable {
  /// When the system answers.
  public let when: Expression
  /// What it answers.
  public let answer: AnswerKind

  /// An automatic action.
  public init(when: Expression, answer: AnswerKind) {
    self.when = when
    self.answer = answer
  }
}
