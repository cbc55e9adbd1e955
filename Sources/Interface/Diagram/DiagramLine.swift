// A line of text in a box, in parts of different looks.

import ApplicationRuntime
import Screen

struct DiagramLine {
  struct Part {
    let text: String
    let column: Int
    let role: DiagramStroke.Role
    let mark: OutlineElement.Mark?
  }

  private(set) var parts: [Part] = []
  /// The cells from the first column of the box to the end of the last part.
  private(set) var width = 0

  init() {}

  init(
    _ text: String, column: Int = 0, _ role: DiagramStroke.Role, _ mark: OutlineElement.Mark?
  ) {
    add(text, column: column, role, mark)
  }

  mutating func add(
    _ text: String, column: Int, _ role: DiagramStroke.Role, _ mark: OutlineElement.Mark?
  ) {
    guard !text.isEmpty else { return }
    parts.append(Part(text: text, column: column, role: role, mark: mark))
    width = max(width, column + text.displayWidth)
  }
}
