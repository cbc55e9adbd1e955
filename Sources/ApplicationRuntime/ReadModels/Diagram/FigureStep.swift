// A step of a drawn approval.

/// A row in the box of an approval.
package struct FigureStep: Hashable, Sendable {
  package let name: String
  /// Nil without an instance.
  package let mark: OutlineElement.Mark?
  /// What is written behind its name, each part on one line where there is room: the people with
  /// what they answered, how many approvals there are.
  package let parts: [String]

  package init(name: String, mark: OutlineElement.Mark? = nil, parts: [String]) {
    self.name = name
    self.mark = mark
    self.parts = parts
  }
}
