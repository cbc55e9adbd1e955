// What is written in a box: the name with its mark, captions, the steps of an approval.

import ApplicationRuntime
import Screen
import Workflow

extension DiagramLayout {
  /// The sign of a mark; nil without an instance.
  static func sign(_ mark: OutlineElement.Mark?) -> String? {
    switch mark {
    case .done: "✓"
    case .here: "▶"
    case .toCome: "○"
    case .skipped: "╌"
    case .sentBack: "←"
    case nil: nil
    }
  }

  func lines(of node: FigureNode) -> [DiagramLine] {
    switch node.shape {
    case .approval:
      let title = borderTitle(of: node) == nil ? titleLines(of: node, sign: nil) : []
      return title + captionLines(of: node, indent: 0) + stepLines(of: node)
    case .question, .loop:
      // What comes of a question is told by its ways; the diamond says what it is.
      let sign = node.mark == .toCome ? nil : Self.sign(node.mark)
      return titleLines(of: node, sign: [sign, "◇"].compactMap { $0 }.joined(separator: " "))
        + captionLines(of: node, indent: 0)
    default:
      let sign = Self.sign(node.mark)
      return titleLines(of: node, sign: sign)
        + captionLines(of: node, indent: sign == nil ? 0 : 2)
    }
  }

  /// The name of an approval in its frame; nil when it is too long for that.
  func borderTitle(of node: FigureNode) -> String? {
    let title = " \(node.name.displaySafe) "
    return title.displayWidth <= Self.textWidth ? title : nil
  }

  private func titleLines(of node: FigureNode, sign: String?) -> [DiagramLine] {
    let indent = sign.map { $0.displayWidth + 1 } ?? 0
    return node.name.wrappedAsName(to: Self.textWidth - indent).enumerated().map { row, text in
      var line = DiagramLine(text, column: indent, .title, node.mark)
      if row == 0, let sign { line.add(sign, column: 0, .title, node.mark) }
      return line
    }
  }

  private func captionLines(of node: FigureNode, indent: Int) -> [DiagramLine] {
    node.captions.flatMap { $0.wrapped(to: Self.textWidth - indent) }.map {
      DiagramLine($0, column: indent, .caption, node.mark)
    }
  }

  /// The rows of the steps: their marks, their names, who and how many.
  private func stepLines(of node: FigureNode) -> [DiagramLine] {
    let names = node.steps.map { $0.name.wrappedAsName(to: 16) }
    let nameWidth = names.joined().reduce(0) { max($0, $1.displayWidth) }
    return zip(node.steps, names).flatMap { step, names in
      let indent = Self.sign(step.mark) == nil ? 0 : 2
      let begin = indent + nameWidth + 2
      let texts = Self.fill(step.parts, width: max(16, Self.stepWidth - begin))
      return (0..<max(names.count, texts.count, 1)).map { row in
        var line = DiagramLine()
        if row == 0, let sign = Self.sign(step.mark) {
          line.add(sign, column: 0, .title, step.mark)
        }
        if row < names.count { line.add(names[row], column: indent, .title, step.mark) }
        if row < texts.count { line.add(texts[row], column: begin, .caption, step.mark) }
        return line
      }
    }
  }

  /// Parts in lines: each on one line where it has room.
  private static func fill(_ parts: [String], width: Int) -> [String] {
    var lines: [String] = []
    for part in parts {
      let pieces = part.wrapped(to: width)
      if let last = lines.last, pieces.count == 1,
        last.displayWidth + 2 + pieces[0].displayWidth <= width
      {
        lines[lines.count - 1] = last + "  " + pieces[0]
      } else {
        lines += pieces
      }
    }
    return lines
  }
}

extension String {
  /// The text in lines of at most `width` cells, broken behind hyphens as well as at blanks:
  /// names have no blanks.
  func wrappedAsName(to width: Int) -> [String] {
    var lines: [String] = []
    for piece in split(separator: "-", omittingEmptySubsequences: false).map(String.init) {
      let hyphened = piece + "-"
      if let last = lines.last, last.displayWidth + hyphened.displayWidth <= width {
        lines[lines.count - 1] = last + hyphened
      } else {
        lines += hyphened.wrapped(to: width)
      }
    }
    // The last piece had no hyphen behind it.
    if let last = lines.popLast(), last != "-" || lines.isEmpty {
      lines.append(String(last.dropLast()))
    }
    return lines
  }
}
