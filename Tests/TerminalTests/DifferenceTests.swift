// Only what changed is drawn.
import Screen
import Testing

@testable import Terminal

@Suite("Differences of frames")
struct DifferenceTests {
  private func frame(_ text: String, columns: Int = 8, style: Style = .normal) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 2))
    frame.draw { _ = $0.write(text, column: 0, row: 0, style: style) }
    return frame
  }

  private func difference(_ old: Frame?, _ new: Frame) -> [String] {
    var changed: [String] = []
    new.forEachDifference(from: old) { column, row, cell in
      changed.append("\(column),\(row) \(cell.text)")
    }
    return changed
  }

  @Test("equal frames have none")
  func equal() {
    #expect(difference(frame("abc"), frame("abc")).isEmpty)
  }

  @Test("a changed cell is drawn, and a changed style as well")
  func changed() {
    #expect(difference(frame("abc"), frame("axc")) == ["1,0 x"])
    #expect(difference(frame("a"), frame("a", style: .danger)) == ["0,0 a"])
  }

  @Test("a wide character is drawn once, what it leaves behind is drawn over")
  func wide() {
    #expect(difference(frame("ab"), frame("漢")) == ["0,0 漢"])
    #expect(difference(frame("漢"), frame("ab")) == ["0,0 a", "1,0 b"])
    #expect(difference(frame("漢x"), frame(" 漢")) == ["0,0  ", "1,0 漢"])
  }

  @Test("without a frame before, or with one of another size, everything is drawn")
  func whole() {
    #expect(difference(nil, frame("a")).count == 16)
    #expect(difference(frame("a", columns: 9), frame("a")).count == 16)
  }
}
