// Where one child of an element stands, as its parent knows it.

import Workflow

/// A line or sub instance of a `lines` or `subworkflow` element.
public struct ChildState: Hashable, Sendable {
  /// The number of the line, from 1; 0 for a subworkflow.
  public let line: Int
  public let workflow: WorkflowID
  public var attempt: Int
  /// How it ended; nil while it runs.
  public var outcome: ElementOutcome?
  /// The hash of the line as it was when it ended: one that changes is asked again (SPEC 6).
  public var content: String?

  public init(
    line: Int, workflow: WorkflowID, attempt: Int = 1, outcome: ElementOutcome? = nil,
    content: String? = nil
  ) {
    self.line = line
    self.workflow = workflow
    self.attempt = attempt
    self.outcome = outcome
    self.content = content
  }
}

extension ChildState: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("line", line)
    parts.add("workflow", workflow)
    if attempt != 1 { parts.add("attempt", attempt) }
    parts.add("outcome", outcome)
    parts.add("content", content)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "child")
    self.init(
      line: try object.required("line"), workflow: try object.required("workflow"),
      attempt: try object.optional("attempt") ?? 1, outcome: try object.optional("outcome"),
      content: try object.optional("content"))
  }
}
