// Lines to be read and closed again, such as the problems of an import.

import Screen

package struct TextOverlay: Hashable, Sendable {
  let title: String
  let lines: [StyledText]
  var top = 0

  init(title: String, lines: [String]) {
    self.init(title: title, styled: lines.map { StyledText($0) })
  }

  init(title: String, styled lines: [StyledText]) {
    self.title = title
    self.lines = lines
  }

  func wrapped(to width: Int) -> [StyledText] { lines.flatMap { $0.wrapped(to: width) } }
}
