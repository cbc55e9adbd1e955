/// What a resubmission runs again (SPEC 6).
public enum Restart: String, Hashable, Codable, Sendable, CaseIterable {
  /// The element that sent the document back, from its first step.
  case element
  /// The step that sent it back.
  case step
  /// The whole workflow, from its first element.
  case workflow
}
