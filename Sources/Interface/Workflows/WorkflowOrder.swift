// What the pages ask to be done with workflows, and what becomes of it.

import ApplicationRuntime
import Workflow

package enum WorkflowOrder: Hashable, Sendable {
  /// Checks a text; what differs is told against the newest version of its workflow.
  case check(String)
  case save(String, comment: String?)
  case activate(WorkflowID, Int)
  case deactivate(WorkflowID)
  /// A version, or all of them.
  case delete(WorkflowID, Int?)
  /// Reads a file of this machine.
  case load(path: String)
  case simulate(SimulationQuestion)
}

/// The answer to a ``WorkflowOrder``.
package enum WorkflowAnswer: Sendable {
  case checked(WorkflowCheck)
  /// A version, and whether it was made now: the same text saved again is the one that there is.
  case saved(StoredWorkflowVersion, isNew: Bool)
  /// One sentence that says what was done.
  case done(String)
  case loaded(String)
  case simulated(SimulationReport, WorkflowFigure?)
}

/// What a check says of a text.
package struct WorkflowCheck: Sendable {
  /// Nil for a text that cannot be read as a workflow: it cannot be saved.
  package let workflow: WorkflowID?
  package let type: DocumentTypeID?
  package let title: String
  /// The newest version of its workflow; nil for a new one.
  package let newest: Int?
  /// What differs from it.
  package let changes: [WorkflowChange]
  package let findings: [Finding]
  package let figure: WorkflowFigure?

  package init(
    workflow: WorkflowID?, type: DocumentTypeID?, title: String, newest: Int?,
    changes: [WorkflowChange], findings: [Finding], figure: WorkflowFigure?
  ) {
    self.workflow = workflow
    self.type = type
    self.title = title
    self.newest = newest
    self.changes = changes
    self.findings = findings
    self.figure = figure
  }

  var errors: [Finding] { findings.filter { $0.severity == .error } }

  /// `2 errors, 1 warning`, or that nothing is wrong.
  var inWords: String {
    let warnings = findings.count - errors.count
    let parts = [
      errors.isEmpty ? nil : plural(errors.count, "error"),
      warnings == 0 ? nil : plural(warnings, "warning"),
    ].compactMap { $0 }
    return parts.isEmpty ? "nothing is wrong with it" : parts.joined(separator: ", ")
  }
}
