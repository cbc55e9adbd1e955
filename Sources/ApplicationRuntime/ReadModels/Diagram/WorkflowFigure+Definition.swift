// How a definition becomes a figure, with the marks of an instance where there is one.

import Workflow
import WorkflowRuntime

extension WorkflowFigure {
  /// A workflow without an instance.
  package init(_ definition: WorkflowDefinition) {
    self.init(definition, marks: nil)
  }

  init(_ definition: WorkflowDefinition, marks: FigureMarks?) {
    let isDone = marks?.route.state?.stage == .completed
    let isLine = definition.level == .line
    self.init(
      workflow: definition.id, title: definition.title,
      begin: Terminal(isLine ? "line" : "submitted", mark: marks.map { _ in .done }),
      end: Terminal(
        isLine ? "line approved" : "approved",
        mark: marks.map { isDone ? .done : $0.route.isOpen ? .toCome : .skipped }),
      nodes: definition.elements.map { FigureNode($0, marks: marks) })
  }
}

extension FigureNode {
  init(_ element: Element, marks: FigureMarks?) {
    let steps = (element.definition as? ApprovalElement)?.steps ?? []
    let outline = marks.map { $0.route.steps(of: element, $0.openItems, $0.organization) } ?? []
    let isFork = element.definition is ParallelElement
    self.init(
      path: element.path, name: element.name, shape: element.definition.shape,
      mark: marks?.mark(of: element), captions: element.definition.captions,
      note: marks?.note(on: element),
      steps: zip(steps.indices, steps).map { index, step in
        guard let marks, outline.indices.contains(index) else {
          return FigureStep(name: step.name, parts: step.expectation)
        }
        return marks.step(step, of: element, outline[index])
      },
      branches: element.definition.drawnBranches.map { branch, ending in
        FigureBranch(
          label: isFork ? "" : branch.name, mark: marks?.mark(of: branch, in: element),
          ending: ending, nodes: branch.elements.map { FigureNode($0, marks: marks) })
      })
  }
}
