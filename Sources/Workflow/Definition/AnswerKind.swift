/// What a person, or the system for a person, answers to a work item.
public enum AnswerKind: String, Hashable, Codable, Sendable, CaseIterable {
  case approve
  case complete
  case reject
  case requestChange = "request-change"
  case deny
}
