// How long messages waited, as a plot: one bar for each span of time.

import ApplicationRuntime
import Screen

struct WaitPlot {
  /// The rule above it, and a row for each span.
  static let rows = QueueOverview.waitBounds.count + 2

  /// As many as there are spans: see ``QueueOverview/waitBounds``.
  let counts: [Int]

  func draw(in canvas: inout Canvas) {
    let total = counts.reduce(0, +)
    canvas.fill()
    canvas.rule(row: 0, title: StyledText("waited, of the last \(total)", .heading))
    let most = max(1, counts.max() ?? 1)
    let label = 9
    let number = String(most).count
    let room = max(1, canvas.columns - label - number - 4)
    for (row, count) in counts.enumerated() {
      canvas.write(Self.label(row), column: 1, row: row + 1, width: label - 1, style: .dim)
      // What is not zero is seen.
      let length = count == 0 ? 0 : max(1, count * room / most)
      let bar = String(repeating: canvas.glyphs.block, count: length)
      canvas.write(bar, column: label + 1, row: row + 1, style: .accent)
      canvas.write(String(count), column: label + 2 + length, row: row + 1)
    }
  }

  /// `< 10 ms`, and `longer` for the last.
  private static func label(_ index: Int) -> String {
    let bounds = QueueOverview.waitBounds
    return bounds.indices.contains(index) ? "< " + Age.text(bounds[index]) : "longer"
  }
}
