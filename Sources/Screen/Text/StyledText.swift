/// A text whose parts have styles of their own: a line of a page, a title, a footer.
///
///     canvas.write("posted by " + StyledText("Sam", .emphasis), column: 0, row: 0)
package struct StyledText: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: Style

    package init(text: String, style: Style) {
      self.text = text
      self.style = style
    }
  }

  package var spans: [Span]

  package init(_ text: String = "", _ style: Style = .normal) {
    spans = text.isEmpty ? [] : [Span(text: text, style: style)]
  }

  package init(_ spans: [Span]) {
    self.spans = spans
  }

  /// The cells that it takes when it is drawn.
  package var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  /// The text without its styles.
  package var plain: String { spans.map(\.text).joined() }
  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  package mutating func append(_ text: String, _ style: Style = .normal) {
    if !text.isEmpty { spans.append(Span(text: text, style: style)) }
  }

  package mutating func append(_ other: StyledText) {
    spans += other.spans
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.spans + right.spans)
  }

  /// The same text with every style changed, as for a selected row.
  package func styled(_ change: (Style) -> Style) -> StyledText {
    StyledText(spans.map { Span(text: $0.text, style: change($0.style)) })
  }

  /// The text, cut to at most `width` cells with an ellipsis in the style of what was cut.
  package func truncated(to width: Int, ellipsis: String = "…") -> StyledText {
    guard self.width > width else { return self }
    let room = width - ellipsis.displayWidth
    guard room > 0 else { return StyledText(plain.truncated(to: width, ellipsis: ""), .normal) }
    var result = StyledText()
    var used = 0
    for span in spans {
      let cells = span.text.displayWidth
      if used + cells <= room {
        result.spans.append(span)
        used += cells
      } else {
        let head = span.text.truncated(to: room - used, ellipsis: "")
        result.append(head + ellipsis, span.style)
        break
      }
    }
    return result
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
