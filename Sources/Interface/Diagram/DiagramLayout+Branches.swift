// Elements that branch: questions with a way for each answer, loops, bars of parallel branches.

import ApplicationRuntime
import Screen
import Workflow

extension DiagramLayout {
  /// The widest box whose ways leave it side by side; wider ones are led out along a row.
  private static let widestQuestion = 36

  /// A question: its box, and below it a way for each branch.
  func question(_ node: FigureNode) -> DiagramBlock {
    let (block, arms) = fanOut(node)
    var whole = block
    whole.exits = arms.flatMap(\.exits)
    write(node.note, beside: whole.places[0].rect, in: &whole, node.mark)
    return whole
  }

  /// A question whose second way leads back to it.
  func loop(_ node: FigureNode) -> DiagramBlock {
    var (whole, arms) = fanOut(node)
    let rect = whole.places[0].rect
    // The way back comes in at the first row.
    let below = Rect(
      column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
    write(node.note, beside: below, in: &whole, node.mark)
    whole.exits = arms.first?.exits ?? []
    guard let body = arms.last, !body.exits.isEmpty else { return whole }
    let row = whole.height
    let back = whole.width + 1
    let end = Point(column: rect.endColumn - 1, row: rect.row + 1)
    let entry = DiagramBlock.Entry(path: node.path, hasArrow: false, mark: body.mark)
    for exit in body.exits {
      let corners = [
        Point(column: exit.point.column, row: row), Point(column: back, row: row),
        Point(column: back, row: end.row), end,
      ]
      whole.join(exit, by: corners, to: entry)
    }
    whole.arrow(.left, at: end, body.mark)
    whole.width = back + 1
    whole.height = row + 1
    return whole
  }

  /// Branches that begin at a bar and end at one.
  func fork(_ node: FigureNode) -> DiagramBlock {
    let blocks = node.branches.map(arm)
    var whole = DiagramBlock()
    var columns: [Int] = []
    var next = 0
    for block in blocks {
      columns.append(next)
      next += block.width + 1
    }
    let ports = zip(columns, blocks).map { $0 + $1.port }
    let first = ports.first ?? 0
    let last = ports.last ?? 0
    whole.port = first + min(4, last - first)
    whole.entry = .init(path: node.path, hasArrow: false, mark: node.mark)
    whole.line(
      [Point(column: first, row: 0), Point(column: last, row: 0)], .border, node.mark)
    var exits: [DiagramBlock.Exit] = []
    for (block, (column, branch)) in zip(blocks, zip(columns, node.branches)) {
      let start = Point(column: column + block.port, row: 0)
      let left = whole.take(block, column: column, row: 1)
      exits += connect([start], to: block, left, branch, from: node.path, in: &whole)
    }
    let sign = Self.sign(node.mark).map { $0 + " " } ?? ""
    let join = node.captions.joined(separator: ", ")
    let title = "\(sign)\(node.name) (\(join))".truncated(to: Self.titleWidth)
    whole.text(title, column: last + 3, row: 0, .title, node.mark)
    let bar = Rect(
      column: first, row: 0, columns: last + 3 + title.displayWidth - first, rows: 1)
    var place = DiagramPlace(path: node.path, name: node.name, mark: node.mark, rect: bar)
    if !exits.isEmpty {
      let row = max(whole.height, 1)
      let entry = DiagramBlock.Entry(path: node.path, hasArrow: false, mark: node.mark)
      for exit in exits {
        let end = Point(column: exit.point.column, row: row)
        whole.join(exit, by: [end], to: entry)
      }
      let ends = exits.map(\.point.column) + [whole.port]
      let left = ends.min() ?? 0
      let right = ends.max() ?? 0
      whole.line(
        [Point(column: left, row: row), Point(column: right, row: row)], .border, node.mark)
      place.join = Rect(column: left, row: row, columns: right - left + 1, rows: 1)
      whole.height = row + 1
      whole.exits = [.init([Point(column: whole.port, row: row)], from: node.path)]
    }
    whole.add(place)
    return whole
  }

  /// What a way of an element comes to in the drawing.
  struct Way {
    let exits: [DiagramBlock.Exit]
    let mark: OutlineElement.Mark?
  }

  /// The box of a question with its branches below: out of its border where they are near enough,
  /// else along a row.
  private func fanOut(_ node: FigureNode) -> (block: DiagramBlock, ways: [Way]) {
    let arms = node.branches.map(arm)
    let labels = node.branches.map(\.label.displaySafe)
    if arms.count == 2, let near = nearWays(node, arms, labels) { return near }
    return ledWays(node, arms, labels)
  }

  /// `└─no┬───────┬yes┘`; nil when the branches are too wide for that.
  private func nearWays(
    _ node: FigureNode, _ arms: [DiagramBlock], _ labels: [String]
  ) -> (block: DiagramBlock, ways: [Way])? {
    let lines = self.lines(of: node)
    let widths = labels.map(\.displayWidth)
    let least = lines.reduce(0) { max($0, $1.width) } + 4
    // A way with nothing on it goes straight down from where the box is entered.
    let left = max(widths[0] + 2, arms[0].entry == nil ? Self.port : 0)
    let apart = max(2, arms[0].width - arms[0].port + 1 + arms[1].port)
    let right = max(left + apart, least - widths[1] - 2)
    let width = right + widths[1] + 2
    guard width <= max(least, Self.widestQuestion) else { return nil }
    let box = frame(node, lines, title: nil, least: width)
    let shift = max(0, arms[0].port - left)
    var whole = DiagramBlock()
    _ = whole.take(box, column: shift, row: 0)
    whole.port = shift + box.port
    whole.entry = box.entry
    let bottom = box.height - 1
    whole.text(labels[0], column: shift + left - widths[0], row: bottom, .label, node.mark)
    whole.text(labels[1], column: shift + right + 1, row: bottom, .label, node.mark)
    let place = Rect(column: shift, row: 0, columns: box.width, rows: box.height)
    var ways: [Way] = []
    for (arm, (tee, branch)) in zip(arms, zip([left, right], node.branches)) {
      let start = Point(column: shift + tee, row: bottom)
      let exits = whole.take(arm, column: start.column - arm.port, row: box.height)
      let led = connect([start], to: arm, exits, branch, from: node.path, in: &whole)
      ways.append(Way(exits: led, mark: branch.mark))
    }
    whole.add(DiagramPlace(path: node.path, name: node.name, mark: node.mark, rect: place))
    return (whole, ways)
  }

  /// A row below the box from which each branch goes down, with its label beside it.
  private func ledWays(
    _ node: FigureNode, _ arms: [DiagramBlock], _ labels: [String]
  ) -> (block: DiagramBlock, ways: [Way]) {
    let box = frame(node, lines(of: node), title: nil, least: 0)
    var ports: [Int] = []
    var end = 0
    for (index, arm) in arms.enumerated() {
      let behindLabel =
        index == 0 ? 0 : ports[index - 1] + labels[index - 1].displayWidth + 2
      let port = max(end + arm.port, behindLabel)
      ports.append(port)
      end = port - arm.port + arm.width + 1
    }
    let first = ports.first ?? 0
    let shift = max(0, box.port - first)
    var whole = DiagramBlock()
    _ = whole.take(box, column: shift + first - box.port, row: 0)
    whole.port = shift + first
    whole.entry = box.entry
    let place = Rect(
      column: shift + first - box.port, row: 0, columns: box.width, rows: box.height)
    var ways: [Way] = []
    for (index, arm) in arms.enumerated() {
      let column = shift + ports[index]
      let exits = whole.take(arm, column: column - arm.port, row: box.height + 1)
      let corners = [
        Point(column: whole.port, row: box.height - 1),
        Point(column: whole.port, row: box.height), Point(column: column, row: box.height),
      ]
      let branch = node.branches[index]
      let led = connect(corners, to: arm, exits, branch, from: node.path, in: &whole)
      ways.append(Way(exits: led, mark: branch.mark))
      whole.text(labels[index], column: column + 1, row: box.height, .label, branch.mark)
    }
    whole.height = max(whole.height, box.height + 1)
    whole.add(DiagramPlace(path: node.path, name: node.name, mark: node.mark, rect: place))
    return (whole, ways)
  }

  /// Leads a line from an element into a branch, through these corners.
  ///
  /// - Returns: the lines that go out of the branch; of one without elements the line itself,
  ///   which goes on from where it is.
  private func connect(
    _ corners: [Point], to arm: DiagramBlock, _ exits: [DiagramBlock.Exit],
    _ branch: FigureBranch, from path: ElementPath, in whole: inout DiagramBlock
  ) -> [DiagramBlock.Exit] {
    let line = DiagramBlock.Exit(corners, from: path, mark: branch.mark)
    guard let entry = arm.entry else { return [line] }
    whole.join(
      line, by: [Point(column: line.point.column, row: line.point.row + 1)], to: entry)
    return exits
  }
}
