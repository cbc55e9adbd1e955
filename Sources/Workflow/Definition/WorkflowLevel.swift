/// Whether a workflow is for whole documents or for one line of them (SPEC 4, `lines`).
public enum WorkflowLevel: String, Hashable, Codable, Sendable, CaseIterable {
  case header
  /// Started by a `lines` element only; its conditions may name `line`.
  case line
}
