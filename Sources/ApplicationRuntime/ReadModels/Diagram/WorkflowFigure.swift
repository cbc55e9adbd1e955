// A workflow as it is drawn: its elements as a tree of nodes with what is written in them.

import Workflow
import WorkflowRuntime

/// What a drawing of a workflow shows, in words and without a layout: of a definition alone, or of
/// an instance with where it is, was and will be.
package struct WorkflowFigure: Hashable, Sendable {
  /// Where the way begins, or ends.
  package struct Terminal: Hashable, Sendable {
    package let text: String
    /// Nil without an instance.
    package let mark: OutlineElement.Mark?

    package init(_ text: String, mark: OutlineElement.Mark? = nil) {
      self.text = text
      self.mark = mark
    }
  }

  package let workflow: WorkflowID
  package let title: String
  package let begin: Terminal
  package let end: Terminal
  /// The elements in their order; those inside others in their branches.
  package let nodes: [FigureNode]

  package init(
    workflow: WorkflowID, title: String, begin: Terminal, end: Terminal, nodes: [FigureNode]
  ) {
    self.workflow = workflow
    self.title = title
    self.begin = begin
    self.end = end
    self.nodes = nodes
  }
}
