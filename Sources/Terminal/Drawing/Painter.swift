import CTerminal
import Screen

/// Brings frames to ncurses: the cells that differ from the frame before, and nothing else.
struct Painter {
  private var palette: Palette
  private var drawn: Frame?

  init(_ theme: Theme) {
    palette = Palette(theme, colors: Int(terminal_colors()))
  }

  /// Nothing of ours is on the screen.
  var isBlank: Bool { drawn == nil }

  /// Whatever is on the screen, the next frame is drawn whole.
  mutating func forget() {
    drawn = nil
    terminal_forget()
  }

  mutating func draw(_ frame: Frame) {
    frame.forEachDifference(from: drawn) { column, row, cell in
      put(cell, column: column, row: row)
    }
    terminal_update(Int32(frame.cursor?.column ?? -1), Int32(frame.cursor?.row ?? -1))
    drawn = frame
  }

  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    let look = palette.entry(for: cell.style)
    // Nearly every cell is one scalar, and needs no array.
    if !cell.cluster.hasMarks {
      var scalar = cell.cluster.base.value
      terminal_put(
        Int32(column), Int32(row), &scalar, 1, Int32(cell.width), look.attributes, look.pair)
      return
    }
    let scalars = cell.cluster.scalars.map(\.value)
    terminal_put(
      Int32(column), Int32(row), scalars, Int32(scalars.count), Int32(cell.width),
      look.attributes, look.pair)
  }
}
