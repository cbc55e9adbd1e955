/// How a step ended by the answers that were counted.
public enum StepDecision: String, Hashable, Codable, Sendable {
  case approved, rejected
}
