// How the elements of a workflow come to stand: one below the other, branches side by side.

import ApplicationRuntime
import Screen
import Workflow

/// Lays figures out. Every block is as small as what is in it; nothing depends on a window.
struct DiagramLayout {
  /// How far right of its left border a line enters a box that is wide enough.
  static let port = 6
  /// The cells of a line of text in a box; what is longer is wrapped.
  static let textWidth = 30
  /// The cells of a row of an approval's step.
  static let stepWidth = 46
  /// The cells of what is written beside a bar at most: it cannot be wrapped there.
  static let titleWidth = 72
  /// The cells of what is written beside a box.
  static let noteWidth = 24

  /// Blocks one below the other, joined.
  func column(_ blocks: [DiagramBlock]) -> DiagramBlock {
    var whole = DiagramBlock()
    guard let first = blocks.first else { return whole }
    whole.port = blocks.reduce(0) { max($0, $1.port) }
    whole.entry = first.entry
    var row = 0
    var exits: [DiagramBlock.Exit] = []
    for (index, block) in blocks.enumerated() {
      if index > 0 {
        let across = row
        // Lines that come from elsewhere need a row in which they are led together.
        if exits.contains(where: { $0.point.column != whole.port }) { row += 1 }
        whole.connect(
          exits, to: Point(column: whole.port, row: row), across: across, block.entry)
      }
      exits = whole.take(block, column: whole.port - block.port, row: row)
      row += block.height
    }
    whole.exits = exits
    return whole
  }

  /// A branch; one without elements is a line that passes through.
  func arm(_ branch: FigureBranch) -> DiagramBlock {
    var blocks = branch.nodes.map(block)
    if let ending = branch.ending {
      var block = DiagramBlock()
      block.entry = .init(path: nil, hasArrow: true, mark: branch.mark)
      block.height = 1
      block.text("← " + ending, column: 0, row: 1, .note, branch.mark)
      blocks.append(block)
    }
    guard blocks.isEmpty else { return column(blocks) }
    var line = DiagramBlock()
    line.width = 1
    return line
  }

  func block(_ node: FigureNode) -> DiagramBlock {
    switch node.shape {
    case .box, .approval, .stack: box(node)
    case .question: question(node)
    case .loop: loop(node)
    case .fork: fork(node)
    }
  }

  func begin(_ terminal: WorkflowFigure.Terminal) -> DiagramBlock {
    var block = DiagramBlock()
    block.text("● " + terminal.text, column: 0, row: 0, .title, terminal.mark)
    block.height = 2
    block.entry = .init(path: nil, hasArrow: false, mark: terminal.mark)
    block.exits = [.init([Point(column: 0, row: 0)], from: nil)]
    return block
  }

  func end(_ terminal: WorkflowFigure.Terminal) -> DiagramBlock {
    var block = DiagramBlock()
    let sign = terminal.mark == .done ? "● " : "○ "
    block.text(sign + terminal.text, column: 0, row: 1, .title, terminal.mark)
    block.entry = .init(path: nil, hasArrow: true, mark: terminal.mark)
    return block
  }
}
