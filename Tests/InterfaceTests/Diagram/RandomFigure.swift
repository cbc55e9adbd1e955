// Workflows of any shape, made from a seed.

import ApplicationRuntime
import Workflow

struct RandomFigure {
  private var state: UInt64
  private var count = 0
  private let greatest: Int

  init(seed: UInt64, elements: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    greatest = elements
  }

  mutating func figure() -> WorkflowFigure {
    WorkflowFigure(
      workflow: "random", title: "Random", begin: .init("submitted"), end: .init("approved"),
      nodes: nodes(in: .root, depth: 0, least: 1))
  }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func text() -> String {
    let words = [
      "a", "check-budget", "審査担当者の確認", "e\u{301}te\u{301}", "a-rather-long-name-of-an-element-here",
      "Donaudampfschifffahrtsgesellschaftskapitänsgenehmigung", "x\u{202E}y", "👩‍👩‍👧 family",
      "tab\there",
    ]
    return words[below(words.count)]
  }

  private mutating func mark() -> OutlineElement.Mark? {
    let marks: [OutlineElement.Mark?] = [nil, .done, .here, .toCome, .skipped, .sentBack]
    return marks[below(marks.count)]
  }

  private mutating func nodes(in path: ElementPath, depth: Int, least: Int) -> [FigureNode] {
    let wanted = max(least, below(depth == 0 ? greatest : 4))
    var nodes: [FigureNode] = []
    while nodes.count < wanted, count < greatest {
      nodes.append(node(in: path, depth: depth))
    }
    return nodes
  }

  private mutating func node(in parent: ElementPath, depth: Int) -> FigureNode {
    count += 1
    let name = "\(count)-\(text())"
    let path = parent.appending("\(count)")
    let shapes: [FigureNode.Shape] = [.box, .approval, .stack, .question, .fork, .loop]
    let shape = shapes[below(depth > 4 ? 3 : shapes.count)]
    var branches: [FigureBranch] = []
    switch shape {
    case .question, .fork:
      for index in 0..<(1 + below(4)) {
        branches.append(
          FigureBranch(
            label: shape == .fork ? "" : ["no", "yes", text()][below(3)], mark: mark(),
            ending: shape == .question && below(6) == 0 ? "sent back" : nil,
            nodes: nodes(in: path.appending("b\(index)"), depth: depth + 1, least: 0)))
      }
    case .loop:
      branches = [
        FigureBranch(label: "no", mark: mark(), nodes: []),
        FigureBranch(
          label: "yes", mark: mark(),
          nodes: nodes(in: path.appending("again"), depth: depth + 1, least: 0)
            + [FigureNode(path: path.appending("last"), name: "last", shape: .box)]),
      ]
    default: break
    }
    let steps =
      shape == .approval
      ? (0...below(3)).map { FigureStep(name: "s\($0)", mark: mark(), parts: [text(), text()]) }
      : []
    return FigureNode(
      path: path, name: name, shape: shape, mark: mark(),
      captions: (0..<below(3)).map { _ in text() }, note: below(3) == 0 ? text() : nil,
      steps: steps, branches: branches)
  }
}
