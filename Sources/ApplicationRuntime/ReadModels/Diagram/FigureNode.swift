// One element of a drawn workflow, with what is written in it and what branches off it.

import Workflow

/// An element as it is drawn.
package struct FigureNode: Hashable, Sendable {
  /// What it looks like. A kind of element without a shape of its own is a box.
  package enum Shape: Hashable, Sendable {
    /// One thing that is done: a task, application code.
    case box
    /// A box with a double frame and rows for its steps.
    case approval
    /// A box from which one of several ways goes on.
    case question
    /// Ways that begin and end together at bars.
    case fork
    /// A question with a way back to itself.
    case loop
    /// A stack of boxes: one for each child.
    case stack
  }

  package let path: ElementPath
  package let name: String
  package let shape: Shape
  /// How far the instance is with it; nil without an instance.
  package let mark: OutlineElement.Mark?
  /// What is written below its name: who is asked, its condition, what it runs.
  package let captions: [String]
  /// What is written beside it: who did it and how long it took.
  package let note: String?
  package let steps: [FigureStep]
  package let branches: [FigureBranch]

  package init(
    path: ElementPath, name: String, shape: Shape, mark: OutlineElement.Mark? = nil,
    captions: [String] = [], note: String? = nil, steps: [FigureStep] = [],
    branches: [FigureBranch] = []
  ) {
    self.path = path
    self.name = name
    self.shape = shape
    self.mark = mark
    self.captions = captions
    self.note = note
    self.steps = steps
    self.branches = branches
  }
}
