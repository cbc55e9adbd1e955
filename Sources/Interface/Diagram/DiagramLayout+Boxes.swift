// The boxes of single elements: what is written in them, their frames, what stands beside them.

import ApplicationRuntime
import Screen
import Workflow

extension DiagramLayout {
  /// An element that nothing branches off: a box, one with a double frame, or a stack.
  func box(_ node: FigureNode) -> DiagramBlock {
    let lines = self.lines(of: node)
    let title = node.shape == .approval ? borderTitle(of: node) : nil
    let isStack = node.shape == .stack
    var block = frame(
      node, lines, title: title, least: 0, isDouble: node.shape == .approval)
    let rect = Rect(column: 0, row: 0, columns: block.width, rows: block.height)
    var bottom = rect.endRow - 1
    if isStack {
      shadow(of: rect, in: &block, node.mark)
      bottom += 1
    }
    let whole = Rect(block.width == rect.columns ? rect.size : block.size)
    block.add(DiagramPlace(path: node.path, name: node.name, mark: node.mark, rect: whole))
    write(node.note, beside: whole, in: &block, node.mark)
    block.exits = [.init([Point(column: block.port, row: bottom)], from: node.path)]
    return block
  }

  /// A frame around lines, with a port and an entry.
  ///
  /// - Parameter least: the cells that it is wide at least.
  func frame(
    _ node: FigureNode, _ lines: [DiagramLine], title: String?, least: Int, isDouble: Bool = false
  ) -> DiagramBlock {
    var block = DiagramBlock()
    let content = lines.reduce(0) { max($0, $1.width) }
    block.width = max(content + 4, least, 9)
    block.port = min(Self.port, block.width / 2)
    if let title { block.width = max(block.width, block.port + title.displayWidth + 4) }
    block.height = lines.count + 2
    block.entry = .init(path: node.path, hasArrow: true, mark: node.mark)
    let rect = Rect(column: 0, row: 0, columns: block.width, rows: block.height)
    block.line(corners(of: rect), .border, node.mark, isDouble: isDouble)
    if let title { block.text(title, column: block.port + 2, row: 0, .title, node.mark) }
    for (row, line) in lines.enumerated() {
      for part in line.parts {
        block.text(part.text, column: 2 + part.column, row: row + 1, part.role, part.mark)
      }
    }
    return block
  }

  func corners(of rect: Rect) -> [Point] {
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    return [
      Point(column: rect.column, row: rect.row), Point(column: right, row: rect.row),
      Point(column: right, row: bottom), Point(column: rect.column, row: bottom),
      Point(column: rect.column, row: rect.row),
    ]
  }

  /// A second frame that looks out behind the first, to the right and below.
  private func shadow(
    of rect: Rect, in block: inout DiagramBlock, _ mark: OutlineElement.Mark?
  ) {
    let points = [
      Point(column: rect.endColumn - 1, row: 1), Point(column: rect.endColumn, row: 1),
      Point(column: rect.endColumn, row: rect.endRow), Point(column: 1, row: rect.endRow),
      Point(column: 1, row: rect.endRow - 1),
    ]
    block.line(points, .border, mark)
    block.width += 1
    block.height += 1
  }

  /// Writes beside a box what there is room for.
  func write(
    _ note: String?, beside rect: Rect, in block: inout DiagramBlock,
    _ mark: OutlineElement.Mark?
  ) {
    guard let note else { return }
    let lines = note.wrapped(to: Self.noteWidth, maximumLines: max(1, rect.rows - 2))
    for (row, line) in lines.enumerated() {
      block.text(line, column: rect.endColumn + 1, row: rect.row + row + 1, .note, mark)
    }
    // A neighbour does not stand as if it belonged to the note.
    block.width += 1
  }
}

extension DiagramBlock {
  var size: Size { Size(columns: width, rows: height) }
}
