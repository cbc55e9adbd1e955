// Lines to be read and closed again, such as the problems of an import.

import Screen

package struct TextOverlay: Hashable, Sendable {
  let title: String
  let lines: [String]
  var top = 0

  func wrapped(to width: Int) -> [StyledText] {
    lines.flatMap { $0.isEmpty ? [""] : $0.wrapped(to: width) }.map { StyledText($0) }
  }
}
