// The elements of an instance as an outline with their marks.

import ApplicationRuntime
import Screen
import WorkflowRuntime

struct OutlineText {
  struct Line {
    let text: StyledText
    /// The position of its element in the outline.
    let element: Int
  }

  let elements: [OutlineElement]
  let glyphs: Glyphs

  var lines: [Line] {
    elements.enumerated().flatMap { index, element in
      [Line(text: line(element), element: index)]
        + element.steps.map { Line(text: line($0, depth: element.depth + 1), element: index) }
    }
  }

  private func line(_ element: OutlineElement) -> StyledText {
    var text = StyledText(String(repeating: "  ", count: min(element.depth, 12)))
    text.append(sign(element.mark) + " ", style(element.mark))
    text.append(element.name, element.mark == .here ? .emphasis : style(element.mark))
    text.append("  " + element.kind, .dim)
    if let note = element.note { text.append("  " + note) }
    return text
  }

  private func line(_ step: OutlineStep, depth: Int) -> StyledText {
    var text = StyledText(String(repeating: "  ", count: min(depth, 12)))
    text.append(sign(step.mark) + " ", style(step.mark))
    text.append(step.name, step.mark == .here ? .emphasis : style(step.mark))
    if let note = step.note { text.append("  " + note) }
    return text
  }

  func sign(_ mark: OutlineElement.Mark) -> String {
    switch mark {
    case .done: glyphs.check
    case .here: glyphs.play
    case .toCome: glyphs.circle
    case .skipped: glyphs.skipped
    case .sentBack: glyphs.arrowLeft
    }
  }

  private func style(_ mark: OutlineElement.Mark) -> Style {
    switch mark {
    case .done: .good
    case .here: .accent
    case .toCome: .normal
    case .skipped: .dim
    case .sentBack: .warning
    }
  }
}
