// Windows on diagrams: scrolling both ways, what lies beyond, the cursor.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("Windows on diagrams")
struct DiagramWindowTests {
  private let diagram = Diagram(DiagramSamples.underWay)
  private let receipts = ElementPath(parsing: "review-receipts")
  private let budget = ElementPath(parsing: "checks/budget/check-budget")
  private let foreign = ElementPath(parsing: "checks/tax/foreign")

  private func lines(_ size: Size, at origin: Point, selected: ElementPath? = nil) -> [String] {
    var frame = Frame(size: size)
    let window = DiagramWindow(diagram: diagram, origin: origin, selected: selected)
    frame.draw { window.draw(in: &$0) }
    return (0..<size.rows).map { frame.line($0) }
  }

  @Test("A window shows its part of the drawing, cell for cell")
  func part() {
    let whole = diagram.lines()
    let size = Size(columns: 20, rows: 3)
    let part = lines(size, at: Point(column: 4, row: 5))
    #expect(part[0].hasPrefix("╔═════▼═ "))
    #expect(whole[5].dropFirst(4).hasPrefix("╔═════▼═ "))
  }

  @Test("Beyond each edge it is told how many elements there are")
  func beyond() {
    let part = lines(Size(columns: 18, rows: 5), at: Point(column: 0, row: 10))
    // Where the drawing leaves no room for the number, the sign alone stands beside it.
    #expect(part[0].contains("▲"))
    #expect(part[4].contains("▼ 2 more"))
    #expect(part.joined().contains("▶"))
    let right = lines(Size(columns: 18, rows: 5), at: Point(column: 20, row: 10))
    #expect(right.joined().contains("◀"))
    let whole = lines(diagram.size, at: Point(column: 0, row: 0)).joined()
    #expect(!whole.contains("more"))
  }

  @Test("The cursor moves to the neighbor in each direction")
  func moving() {
    let management = ElementPath(["management"])
    let checks = ElementPath(["checks"])
    #expect(diagram.neighbor(of: receipts, to: .down) == management)
    #expect(diagram.neighbor(of: management, to: .down) == checks)
    #expect(diagram.neighbor(of: checks, to: .down) == budget)
    #expect(diagram.neighbor(of: budget, to: .right) == foreign)
    #expect(diagram.neighbor(of: foreign, to: .left) == budget)
    #expect(diagram.neighbor(of: foreign, to: .down)?.name == "check-tax")
    #expect(diagram.neighbor(of: receipts, to: .up) == nil)
  }

  @Test("A window follows the cursor no farther than it must, and never beyond the drawing")
  func following() throws {
    let window = Size(columns: 22, rows: 8)
    var origin = Point(column: 0, row: 0)
    for place in diagram.places + diagram.places.reversed() {
      origin = diagram.origin(showing: place.path, in: window, from: origin)
      let shown = Rect(
        column: origin.column, row: origin.row, columns: window.columns, rows: window.rows)
      #expect(shown.contains(Point(column: place.rect.column, row: place.rect.row)))
      #expect(origin.row >= 0 && origin.row <= diagram.size.rows - window.rows)
      #expect(origin.column >= 0 && origin.column <= diagram.size.columns - window.columns)
    }
    let still = diagram.origin(showing: receipts, in: window, from: origin)
    #expect(diagram.origin(showing: receipts, in: window, from: still) == still)
    #expect(
      diagram.origin(showing: receipts, in: Size(columns: 200, rows: 90), from: origin)
        == Point(column: 0, row: 0))
  }

  @Test("The element under the cursor is drawn as selected, in its own style")
  func selection() throws {
    var frame = Frame(size: diagram.size)
    frame.draw { diagram.draw(in: &$0, selected: budget) }
    let rect = try #require(diagram.place(of: budget)?.rect)
    #expect(frame[rect.column, rect.row].style.modifiers.contains(.selected))
    #expect(!frame[rect.endColumn, rect.row].style.modifiers.contains(.selected))
  }

  @Test("Marks have styles: done, here, to come, skipped, sent back")
  func styles() {
    let roles = [OutlineElement.Mark.done, .here, .toCome, .skipped, .sentBack].map {
      Diagram.style(.title, $0).role
    }
    #expect(roles == [.good, .accent, .normal, .dim, .warning])
  }
}
