// A diagram as a picture for documents: the same layout, in scalable vector graphics.

import ApplicationRuntime
import Screen

extension Diagram {
  private static let cellWidth = 8
  private static let cellHeight = 18

  /// The looks, by role and mark, on a ground of its own: a dark page does not change them.
  private static let styleSheet = """
    text{font:13px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;\
    fill:#222}
    path{fill:none;stroke:#666;stroke-width:1.2}
    polygon{fill:#666}
    .title{font-weight:bold}
    .note,text.skipped{fill:#777}
    path.done{stroke:#1a7f37}polygon.done,.title.done{fill:#1a7f37}
    path.here{stroke:#0550ae;stroke-width:2.4}.title.here{fill:#0550ae}
    path.sentBack{stroke:#9a6700}.title.sentBack{fill:#9a6700}
    path.skipped{stroke:#999;stroke-dasharray:3 3}
    path.double{stroke-width:3.4}
    rect{fill:#fff}
    """

  /// The document, with one picture in it.
  package var svg: String {
    let width = (size.columns + 2) * Self.cellWidth
    let height = (size.rows + 1) * Self.cellHeight
    var parts = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        + #"viewBox="0 0 \#(width) \#(height)" role="img">"#,
      "<title>\(Self.escaped(title))</title>", "<style>\(Self.styleSheet)</style>",
      #"<rect width="\#(width)" height="\#(height)"/>"#,
    ]
    // Texts lie over lines: those that a label stands on are covered below it.
    parts += strokes.compactMap(Self.line)
    parts += strokes.compactMap(Self.sign)
    parts.append("</svg>")
    return parts.joined(separator: "\n") + "\n"
  }

  private static func line(_ stroke: DiagramStroke) -> String? {
    guard case .line(let end, let isDouble) = stroke.shape else { return nil }
    let one = center(stroke.at)
    let other = center(end)
    let look = names(stroke, more: isDouble ? "double" : nil)
    return #"<path class="\#(look)" d="M\#(one.x) \#(one.y)L\#(other.x) \#(other.y)"/>"#
  }

  private static func sign(_ stroke: DiagramStroke) -> String? {
    let (x, y) = center(stroke.at)
    switch stroke.shape {
    case .line: return nil
    case .arrow(let direction):
      let corners =
        direction == .down
        ? "\(x - 4),\(y - 8) \(x + 4),\(y - 8) \(x),\(y)"
        : "\(x + 8),\(y - 4) \(x + 8),\(y + 4) \(x),\(y)"
      return #"<polygon class="\#(names(stroke))" points="\#(corners)"/>"#
    case .text(let text, let width):
      let length = width * cellWidth
      let left = x - cellWidth / 2
      // A title or a label may stand on a line.
      let isOnLine = stroke.role == .label || stroke.role == .title
      let ground =
        isOnLine
        ? #"<rect x="\#(left)" y="\#(y - 7)" width="\#(length)" height="14"/>"# : ""
      return ground + #"<text class="\#(names(stroke))" x="\#(left)" y="\#(y + 4)" "#
        + #"textLength="\#(length)" lengthAdjust="spacingAndGlyphs">\#(escaped(text))</text>"#
    }
  }

  private static func center(_ point: Point) -> (x: Int, y: Int) {
    (
      (point.column + 1) * cellWidth + cellWidth / 2,
      point.row * cellHeight + cellHeight
    )
  }

  private static func names(_ stroke: DiagramStroke, more: String? = nil) -> String {
    ["\(stroke.role)", stroke.mark?.rawValue, more].compactMap { $0 }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.displaySafe.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
