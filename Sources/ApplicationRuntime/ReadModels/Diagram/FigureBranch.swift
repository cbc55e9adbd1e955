// One of the ways that go on from an element that branches.

/// A branch as it is drawn.
package struct FigureBranch: Hashable, Sendable {
  /// What is written at its beginning; empty for nothing.
  package let label: String
  /// Whether the instance went there; nil without an instance.
  package let mark: OutlineElement.Mark?
  /// What ends the way here, when it does not go forward: "sent back".
  package let ending: String?
  package let nodes: [FigureNode]

  package init(
    label: String, mark: OutlineElement.Mark? = nil, ending: String? = nil, nodes: [FigureNode]
  ) {
    self.label = label
    self.mark = mark
    self.ending = ending
    self.nodes = nodes
  }
}
