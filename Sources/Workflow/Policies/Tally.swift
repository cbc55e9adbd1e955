/// What a completion policy counts (SPEC 6).
public enum Tally: String, Hashable, Codable, Sendable, CaseIterable {
  /// Answers: one rejection rejects the step.
  case answers
  /// Votes: rejected as soon as the needed number of approvals can no longer be reached.
  case votes
}
