// The way of an instance as it is drawn.

import Workflow
import WorkflowRuntime

extension Route {
  /// The elements with their marks; nil when the version is gone or the state cannot be read.
  func figure(openItems: [WorkItem], organization: Organization) -> WorkflowFigure? {
    guard problem == nil else { return nil }
    return WorkflowFigure(
      definition,
      marks: FigureMarks(route: self, openItems: openItems, organization: organization))
  }
}
