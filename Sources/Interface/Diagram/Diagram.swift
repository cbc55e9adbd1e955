// A workflow laid out on a grid of cells: where its boxes stand and which lines join them.

import ApplicationRuntime
import Screen
import Workflow

/// A drawing of a workflow. It is a value of geometry: pages draw a window of it, commands all of
/// it, as text or as SVG. The layout is the same in UTF-8 and ASCII.
package struct Diagram: Hashable, Sendable {
  package let title: String
  package let size: Size
  /// The elements with where they stand, in the order of the file.
  package let places: [DiagramPlace]
  /// The ways from element to element.
  package let edges: [DiagramEdge]
  /// What is drawn, in any order: texts lie over lines.
  let strokes: [DiagramStroke]

  package init(_ figure: WorkflowFigure) {
    let layout = DiagramLayout()
    let nodes = figure.nodes.map(layout.block)
    let whole = layout.column(
      [layout.begin(figure.begin)] + nodes + [layout.end(figure.end)])
    title = figure.title
    size = Size(columns: whole.width, rows: whole.height)
    places = whole.places
    edges = whole.edges
    strokes = whole.strokes
  }

  /// Where an element stands; nil when it has none of this path.
  package func place(of path: ElementPath) -> DiagramPlace? {
    places.first { $0.path == path }
  }
}
