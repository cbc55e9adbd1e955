// Rectangles, their parts, and the columns of tables.
import Testing

@testable import Screen

@Suite("Layout")
struct LayoutTests {
  @Test("rows are stacked, and the flexible one takes what is left")
  func rows() {
    let parts = Rect(Size(columns: 80, rows: 24)).splitRows([.fixed(1), .flexible(), .fixed(6)])
    #expect(parts.map(\.row) == [0, 1, 18])
    #expect(parts.map(\.rows) == [1, 17, 6])
  }

  @Test("flexible parts share in proportion to their weights, and every cell is given")
  func weights() {
    let parts = Rect(column: 2, row: 0, columns: 32, rows: 1)
      .splitColumns([.flexible(weight: 2), .flexible(minimum: 3)], gap: 1)
    #expect(parts.map(\.column) == [2, 21])
    #expect(parts.map(\.columns) == [18, 13])
  }

  @Test("where there is too little room the first parts get theirs", arguments: 0...12)
  func scarce(width: Int) {
    let parts = Rect(Size(columns: width, rows: 1)).splitColumns([.fixed(4), .fixed(4)], gap: 1)
    #expect(parts[0].columns == min(4, max(0, width - 1)))
    #expect(parts.allSatisfy { $0.columns >= 0 && $0.endColumn <= max(width, 0) })
  }

  @Test("rectangles meet, shrink and centre")
  func rectangles() {
    let screen = Rect(Size(columns: 80, rows: 24))
    #expect(screen.centered(Size(columns: 40, rows: 10)).column == 20)
    #expect(screen.centered(Size(columns: 200, rows: 10)).columns == 80)
    #expect(screen.inset(columns: 50, rows: 1).isEmpty)
    #expect(screen.intersection(Rect(column: 70, row: 20, columns: 20, rows: 9)).columns == 10)
    #expect(screen.intersection(Rect(column: 90, row: 0, columns: 5, rows: 5)).isEmpty)
    #expect(screen.contains(Point(column: 79, row: 23)))
    #expect(!screen.contains(Point(column: 80, row: 23)))
  }

  private let columns = [
    Column("Document", .fixed(10)),
    Column("Title", .flexible(minimum: 10)),
    Column("From", .fixed(12), priority: 2),
    Column("Amount", .fixed(12), priority: 1, alignment: .right),
    Column("Step", .fixed(8), priority: 3),
  ]

  @Test("all columns are shown where there is room, the flexible one fills it")
  func allColumns() {
    let layout = ColumnLayout(columns, width: 80)
    #expect(layout.placements.map(\.index) == [0, 1, 2, 3, 4])
    #expect(layout.placements.map(\.column) == [0, 12, 44, 58, 72])
    #expect(layout.placements.last.map { $0.column + $0.width } == 80)
  }

  @Test(
    "columns drop by their priority as the width shrinks",
    arguments: [
      (60, [0, 1, 2, 3, 4]), (59, [0, 1, 2, 3]), (50, [0, 1, 2, 3]), (49, [0, 1, 3]),
      (35, [0, 1]), (22, [0, 1]), (15, [0, 1]),
    ])
  func dropping(width: Int, shown: [Int]) {
    let layout = ColumnLayout(columns, width: width)
    #expect(layout.placements.map(\.index) == shown)
    #expect(layout.placements.allSatisfy { $0.column + $0.width <= width })
  }

  @Test("a column with a maximum leaves the rest to the others")
  func maximum() {
    let layout = ColumnLayout(
      [Column("a", .flexible(), maximum: 10), Column("b", .flexible())], width: 50, gap: 2)
    #expect(layout.placements.map(\.width) == [10, 38])
  }

  @Test("a click on the header finds its column, in the gap the one at the left")
  func clicks() {
    let layout = ColumnLayout(columns, width: 60)
    #expect(layout.index(at: 0) == 0)
    #expect(layout.index(at: 11) == 0)
    #expect(layout.index(at: 12) == 1)
    #expect(layout.index(at: -1) == nil)
    #expect(layout.placement(of: 3)?.alignment == .right)
    #expect(ColumnLayout(columns, width: 20).placement(of: 4) == nil)
  }

  @Test("no width is too small")
  func tiny() {
    for width in -1...3 {
      #expect(ColumnLayout(columns, width: width).placements.allSatisfy { $0.width > 0 })
    }
  }

  @Test("a sparkline shows the last values at the right, and nothing that is not zero as zero")
  func sparkline() {
    #expect(Sparkline.text([0, 1, 50, 100], width: 6) == "  ▁▂▅█")
    #expect(Sparkline.text([9, 9, 0, 7], width: 2) == "▁█")
    #expect(Sparkline.text([50], width: 1, maximum: 100) == "▅")
    #expect(Sparkline.text([.nan, .infinity, -1, 0], width: 4) == "▁▁▁▁")
    #expect(Sparkline.text([1], width: 0) == "")
    #expect(Sparkline.text([0, 100], width: 2, glyphs: .ascii) == "_#")
  }

  @Test("a column that follows its content stays between its least and its most")
  func fitted() {
    let fixed = Column("Name", .fixed(10), least: 6)
    #expect(fixed.fitted(to: 0).width == .fixed(6))
    #expect(fixed.fitted(to: 8).width == .fixed(8))
    #expect(fixed.fitted(to: 80).width == .fixed(10))
    let flexible = Column("Name", .flexible(minimum: 8), maximum: 20, least: 5)
    #expect(flexible.fitted(to: 3).width == .flexible(minimum: 5))
    #expect(flexible.fitted(to: 3).maximum == 5)
    #expect(flexible.fitted(to: 12).maximum == 12)
    #expect(flexible.fitted(to: 90).maximum == 20)
    #expect(Column("Name", .fixed(10)).fitted(to: 3).width == .fixed(10))
  }
}
