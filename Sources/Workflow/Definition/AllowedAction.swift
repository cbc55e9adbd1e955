/// What `allow:` may leave to the people who are asked: the answers, and to delegate.
public enum AllowedAction: String, Hashable, Codable, Sendable, CaseIterable {
  case approve
  case complete
  case reject
  case requestChange = "request-change"
  case deny
  case delegate

  /// The action that gives this answer.
  public init(_ answer: AnswerKind) {
    switch answer {
    case .approve: self = .approve
    case .complete: self = .complete
    case .reject: self = .reject
    case .requestChange: self = .requestChange
    case .deny: self = .deny
    }
  }
}
