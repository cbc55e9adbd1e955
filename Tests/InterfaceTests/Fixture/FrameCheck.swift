// What must hold of any frame, whatever was put on it.

import Screen
import Testing

struct FrameCheck {
  let frame: Frame

  init(_ frame: Frame) { self.frame = frame }

  /// Rows are as wide as the screen, wide signs lie in two cells, nothing foreign is in a cell.
  func expectSound(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for row in 0..<frame.size.rows {
      if let problem = problem(inRow: row) {
        Issue.record(
          "\(name), row \(row): \(problem)\n\(frame.text)", sourceLocation: sourceLocation)
        return
      }
    }
    if let cursor = frame.cursor {
      #expect(
        cursor.column >= 0 && cursor.column < frame.size.columns && cursor.row >= 0
          && cursor.row < frame.size.rows, "\(name): cursor at \(cursor)",
        sourceLocation: sourceLocation)
    }
  }

  private func problem(inRow row: Int) -> String? {
    let cells = Array(frame.cells(row: row))
    var width = 0
    for (column, cell) in cells.enumerated() {
      width += cell.width
      let isRight = column > 0 && cells[column - 1].width == 2
      if (cell.width == 0) != isRight { return "half of a wide sign at \(column)" }
      if cell.width == 2, column == cells.count - 1 { return "a wide sign over the edge" }
    }
    if let scalar = frame.line(row).unicodeScalars.first(where: isForeign) {
      return "U+\(String(scalar.value, radix: 16))"
    }
    return width == frame.size.columns ? nil : "\(width) cells wide"
  }

  private func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0x7F...: frame.glyphs.isASCII
    default: false
    }
  }
}

extension FrameCheck {
  /// The box that lies over the page has all its sides: nothing in it stands over its edge.
  func expectClosedBox(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let size = frame.size
    guard size.columns >= 60, size.rows >= 15 else { return }
    let rows = (0..<size.rows).map { frame.cells(row: $0).map(\.text) }
    for top in rows.indices {
      for left in rows[top].indices where rows[top][left] == "┌" {
        guard
          let bottom = rows.indices.first(where: { $0 > top && rows[$0][left] == "└" }),
          let right = rows[top].indices.last(where: { rows[top][$0] == "┐" }),
          rows[bottom][right] == "┘"
        else { continue }
        let sides = (top + 1..<bottom).allSatisfy { row in
          "│├┤".contains(rows[row][left]) && "│├┤".contains(rows[row][right])
        }
        if sides { return }
      }
    }
    Issue.record("\(name): no whole box\n\(frame.text)", sourceLocation: sourceLocation)
  }
}
