// What holds for every drawing, whatever the workflow is.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("The geometry of diagrams")
struct DiagramGeometryTests {
  private static let seeds = Array(UInt64(1)...40)

  private static func diagram(_ seed: UInt64) -> Diagram {
    var random = RandomFigure(seed: seed, elements: 3 + Int(seed % 40))
    return Diagram(random.figure())
  }

  @Test("No two boxes overlap, and all stand in the drawing", arguments: seeds)
  func boxes(seed: UInt64) {
    let diagram = Self.diagram(seed)
    let rects = diagram.places.flatMap { [$0.rect] + ($0.join.map { [$0] } ?? []) }
    let whole = Rect(diagram.size)
    #expect(rects.allSatisfy { $0.intersection(whole) == $0 && !$0.isEmpty })
    let overlaps = rects.enumerated().flatMap { index, rect in
      rects.dropFirst(index + 1).filter { !$0.intersection(rect).isEmpty }.map { (rect, $0) }
    }
    #expect(overlaps.isEmpty)
  }

  @Test("No text stands over another or beyond the edge", arguments: seeds)
  func texts(seed: UInt64) {
    let diagram = Self.diagram(seed)
    var seen: Set<Point> = []
    var twice: [Point] = []
    for stroke in diagram.strokes {
      guard case .text = stroke.shape else { continue }
      #expect(stroke.bounds.intersection(Rect(diagram.size)) == stroke.bounds)
      for column in stroke.bounds.column..<stroke.bounds.endColumn {
        let cell = Point(column: column, row: stroke.at.row)
        if !seen.insert(cell).inserted { twice.append(cell) }
      }
    }
    #expect(twice.isEmpty)
    #expect(!seen.isEmpty)
  }

  @Test("Every edge joins its boxes and goes through no other", arguments: seeds)
  func edges(seed: UInt64) throws {
    let diagram = Self.diagram(seed)
    var met: [(DiagramEdge, DiagramPlace)] = []
    for edge in diagram.edges {
      let first = try #require(edge.points.first)
      let last = try #require(edge.points.last)
      if let from = edge.from {
        let place = try #require(diagram.place(of: from))
        #expect(place.rect.contains(first) || place.join?.contains(first) == true)
      }
      if let to = edge.to {
        let place = try #require(diagram.place(of: to))
        #expect(place.rect.contains(last) || place.join?.contains(last) == true)
      }
      for (from, to) in zip(edge.points, edge.points.dropFirst()) {
        #expect((from.column == to.column) != (from.row == to.row))
        let line = DiagramStroke(.line(to: to, isDouble: false), at: from, .way, nil).bounds
        let ends = [first, last].map { Rect(column: $0.column, row: $0.row, columns: 1, rows: 1) }
        met += diagram.places.filter { place in
          let common = place.rect.intersection(line)
          return !common.isEmpty && !ends.contains(common)
        }.map { (edge, $0) }
      }
    }
    #expect(met.isEmpty)
  }

  @Test("A way leads out of every element, and where no way ends early, to every one")
  func reached() {
    for seed in Self.seeds {
      let diagram = Self.diagram(seed)
      let paths = Set(diagram.places.map(\.path))
      #expect(paths.isSubset(of: diagram.edges.compactMap(\.from)))
      let endsEarly = diagram.lines().contains { $0.contains("sent back") }
      if !endsEarly { #expect(paths.isSubset(of: diagram.edges.compactMap(\.to))) }
    }
  }

  private static func cells(_ edge: DiagramEdge) -> Set<Point> {
    var cells: Set<Point> = []
    for (from, to) in zip(edge.points, edge.points.dropFirst()) {
      let line = DiagramStroke(.line(to: to, isDouble: false), at: from, .way, nil).bounds
      for row in line.row..<line.endRow {
        for column in line.column..<line.endColumn {
          cells.insert(Point(column: column, row: row))
        }
      }
    }
    return cells
  }

  @Test("Only edges that begin or end at the same element meet", arguments: seeds)
  func crossings(seed: UInt64) {
    let diagram = Self.diagram(seed)
    var owners: [Point: [DiagramEdge]] = [:]
    var strangers: [(DiagramEdge, DiagramEdge)] = []
    for edge in diagram.edges {
      for cell in Self.cells(edge) {
        strangers += (owners[cell] ?? []).filter { other in
          edge.from != other.from && edge.to != other.to && edge.from != other.to
            && edge.to != other.from
        }.map { (edge, $0) }
        owners[cell, default: []].append(edge)
      }
    }
    #expect(strangers.isEmpty)
  }

  @Test("No text but a label lies over a way", arguments: seeds)
  func covered(seed: UInt64) {
    let diagram = Self.diagram(seed)
    let ways = diagram.edges.reduce(into: Set<Point>()) { $0.formUnion(Self.cells($1)) }
    let over = diagram.strokes.filter { stroke in
      guard case .text = stroke.shape, stroke.role != .label else { return false }
      return (stroke.bounds.column..<stroke.bounds.endColumn).contains {
        ways.contains(Point(column: $0, row: stroke.at.row))
      }
    }
    // The signs of the beginning and of what does not go on stand at the ends of their ways.
    #expect(
      over.allSatisfy {
        $0.role == .title && $0.at.row == 0 || $0.shape == .text("← sent back", width: 11)
      })
  }

  @Test("A line of text in a box stays within its frame", arguments: seeds)
  func frames(seed: UInt64) {
    let diagram = Self.diagram(seed)
    for place in diagram.places where place.rect.rows > 2 {
      let inner = place.rect.inset(columns: 1, rows: 1)
      let crossing = diagram.strokes.filter { stroke in
        guard case .text = stroke.shape else { return false }
        let common = stroke.bounds.intersection(inner)
        return !common.isEmpty && common != stroke.bounds
      }
      #expect(crossing.isEmpty)
    }
  }

  @Test("ASCII has the same layout, cell for cell", arguments: seeds)
  func twin(seed: UInt64) {
    let diagram = Self.diagram(seed)
    let lines = diagram.lines()
    let twins = diagram.lines(.ascii)
    #expect(lines.count == twins.count)
    #expect(twins.joined().utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(lines.map(\.displayWidth) == twins.map(\.displayWidth))
    #expect(lines.allSatisfy { $0.displaySafe == $0 })
  }

  @Test("The cursor comes to every element by arrows", arguments: seeds)
  func moving(seed: UInt64) throws {
    let diagram = Self.diagram(seed)
    var reached: Set<ElementPath> = []
    var next = [try #require(diagram.places.first?.path)]
    while let path = next.popLast() {
      guard reached.insert(path).inserted else { continue }
      next += Diagram.Heading.allCases.compactMap { diagram.neighbor(of: path, to: $0) }
    }
    #expect(reached == Set(diagram.places.map(\.path)))
  }

  @Test("The same workflow is drawn the same", arguments: [UInt64(7), 8, 9])
  func deterministic(seed: UInt64) {
    #expect(Self.diagram(seed) == Self.diagram(seed))
  }
}
