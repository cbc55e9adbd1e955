// A simulated run, step by step: in words, and on the drawing of its workflow.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A simulation's page. Nothing of it is in the store.
package struct SimulationPage: Sendable {
  package let question: SimulationQuestion
  package let report: SimulationReport
  /// The workflow without marks; nil when it cannot be drawn.
  private let figure: WorkflowFigure?
  /// What is told, the end behind it.
  let steps: [SimulationStep]
  /// The step that is looked at.
  package internal(set) var index = 0
  var flow = DiagramCursor()

  package init(
    _ question: SimulationQuestion, _ report: SimulationReport, _ figure: WorkflowFigure?
  ) {
    self.question = question
    self.report = report
    self.figure = figure
    steps = SimulationStep.all(of: report)
    show()
  }

  var isAtEnd: Bool { index >= steps.count - 1 }

  mutating func go(to step: Int) {
    index = max(0, min(step, steps.count - 1))
    show()
  }

  /// Up and down go from step to step, the other keys move the drawing.
  mutating func go(_ heading: Diagram.Heading) {
    switch heading {
    case .up: go(to: index - 1)
    case .down: go(to: index + 1)
    case .left, .right: flow.go(heading)
    }
  }

  mutating func move(by distance: Int) { go(to: index + distance) }

  /// The drawing as it is after the step, with the cursor on its element.
  private mutating func show() {
    guard steps.indices.contains(index) else { return }
    let step = steps[index]
    let isOver = isAtEnd && report.isCompleted
    flow.show(figure?.marked(step.marks, steps: step.steps, isOver: isOver))
    if step.isOfWorkflow, let element = step.element { flow.select(element) } else { flow.settle() }
  }
}
