/// What the system does in place of the people who did not answer in time: an answer of the
/// element, or one of its named outcomes.
public enum FinalAction: Hashable, Sendable, CustomStringConvertible {
  case answer(AnswerKind)
  case outcome(String)

  public var description: String {
    switch self {
    case .answer(let answer): answer.rawValue
    case .outcome(let name): name
    }
  }
}
