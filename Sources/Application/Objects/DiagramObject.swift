// A drawing of a workflow as it is written.

import ApplicationRuntime
import Workflow

struct DiagramObject: OutputObject {
  static let object = "diagram"

  let figure: WorkflowFigure
  let format: DiagramFormat
  let text: String

  init(_ figure: WorkflowFigure, _ format: DiagramFormat, _ text: String) {
    self.figure = figure
    self.format = format
    self.text = text
  }

  var json: JSONObject {
    [
      "workflow": .text(figure.workflow), "title": .string(figure.title),
      "format": .string(format.rawValue), "text": .string(text),
    ]
  }

  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
