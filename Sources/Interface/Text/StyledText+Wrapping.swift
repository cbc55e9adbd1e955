// Styled text in lines of a width.

import Screen

extension StyledText {
  /// The text broken into lines; a text of several styles keeps the first span's style for what
  /// stands in front and the last one's for the rest.
  func wrapped(to width: Int) -> [StyledText] {
    guard self.width > width, let last = spans.last else { return [self] }
    let head = StyledText(Array(spans.dropLast()))
    let indent = head.width
    guard indent < width else { return [truncated(to: width)] }
    let lines = last.text.wrapped(to: width - indent)
    return lines.enumerated().map { index, line in
      let front = index == 0 ? head : StyledText(String(repeating: " ", count: indent))
      return front + StyledText(line, last.style)
    }
  }
}
