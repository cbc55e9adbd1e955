// Upright bars: a histogram, or what was done day by day.

import Screen

/// Bars of some height, with what they count above and what they stand for below.
struct BarChart {
  struct Bar: Hashable {
    let label: String
    let value: Int
  }

  let bars: [Bar]
  var style: Style = .accent

  /// Columns of one bar with its gap, as many as fit; nil where not even one cell each does.
  private func pitch(_ columns: Int) -> Int? {
    guard !bars.isEmpty, columns >= bars.count else { return nil }
    return min(9, columns / bars.count)
  }

  /// Fills the canvas: numbers in the first row, labels in the last, bars between.
  func draw(in canvas: inout Canvas) {
    guard let pitch = pitch(canvas.columns), canvas.rows >= 3 else { return }
    let greatest = max(1, bars.map(\.value).max() ?? 1)
    let height = canvas.rows - 2
    let isLabeled = pitch >= 4
    // Of labels that are wider than their bars only some are written, and those whole.
    let widest = bars.map(\.label.displayWidth).max() ?? 0
    let step = max(1, (widest + pitch) / pitch)
    for (index, bar) in bars.enumerated() {
      let column = index * pitch
      let width = pitch > 1 ? pitch - 1 : 1
      let eighths = eighths(of: bar.value, greatest: greatest, height: height)
      for row in 0..<height {
        let left = eighths - (height - 1 - row) * 8
        guard left > 0 else { continue }
        let sign = canvas.glyphs.sparks[min(8, left) - 1]
        canvas.write(
          String(repeating: sign, count: width), column: column, row: row + 1, style: style)
      }
      guard isLabeled else { continue }
      let top = height - (eighths + 7) / 8
      if bar.value > 0 {
        canvas.write(
          String(bar.value), column: column, row: top, width: width, style: .dim,
          alignment: .center)
      }
      guard index.isMultiple(of: step) else { continue }
      canvas.write(
        bar.label, column: column, row: canvas.rows - 1, width: pitch * step, style: .dim,
        alignment: .left)
    }
    guard !isLabeled else { return }
    canvas.write("\(greatest)", column: 0, row: 0, style: .dim)
    drawEnds(in: &canvas, width: bars.count * pitch)
  }

  /// Where bars are too narrow for labels, the first and the last are named.
  private func drawEnds(in canvas: inout Canvas, width: Int) {
    guard let first = bars.first?.label, let last = bars.last?.label else { return }
    canvas.write(first, column: 0, row: canvas.rows - 1, style: .dim)
    guard bars.count > 1, width > first.displayWidth + last.displayWidth + 1 else { return }
    canvas.write(
      last, column: width - last.displayWidth, row: canvas.rows - 1, style: .dim)
  }

  /// What is not zero never looks like zero.
  private func eighths(of value: Int, greatest: Int, height: Int) -> Int {
    value == 0 ? 0 : max(1, (value * height * 8 + greatest / 2) / greatest)
  }
}
