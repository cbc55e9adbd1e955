// Rules, lines and boxes.

extension Canvas {
  /// A line across the canvas, with a title near its left end and a second text near its right end.
  package mutating func rule(
    row: Int, title: StyledText? = nil, trailing: StyledText? = nil, style: Style = .border
  ) {
    horizontal(column: 0, row: row, length: columns, style: style)
    var used = 0
    if let title, !title.isEmpty, columns > 4 {
      let framed = StyledText(" ") + title.truncated(to: columns - 4) + " "
      used = write(framed, column: 1, row: row)
    }
    if let trailing, !trailing.isEmpty {
      let framed = StyledText(" ") + trailing + " "
      let column = columns - 1 - framed.width
      // A second text that would touch the first is left out.
      if column > used + 1 { write(framed, column: column, row: row) }
    }
  }

  package mutating func horizontal(
    column: Int, row: Int, length: Int, style: Style = .border, double: Bool = false
  ) {
    let line = double ? glyphs.double.horizontal : glyphs.single.horizontal
    fill(Rect(column: column, row: row, columns: length, rows: 1), with: line, style: style)
  }

  package mutating func vertical(
    column: Int, row: Int, length: Int, style: Style = .border, double: Bool = false
  ) {
    let line = double ? glyphs.double.vertical : glyphs.single.vertical
    fill(Rect(column: column, row: row, columns: 1, rows: length), with: line, style: style)
  }

  /// A frame along the edges of a rectangle; what it surrounds stays.
  package mutating func box(
    _ rect: Rect, title: StyledText? = nil, style: Style = .border, double: Bool = false
  ) {
    guard rect.columns > 1, rect.rows > 1 else { return }
    let signs = double ? glyphs.double : glyphs.single
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    for row in [rect.row, bottom] {
      horizontal(column: rect.column, row: row, length: rect.columns, style: style, double: double)
    }
    for column in [rect.column, right] {
      vertical(column: column, row: rect.row, length: rect.rows, style: style, double: double)
    }
    write(signs.topLeft, column: rect.column, row: rect.row, style: style)
    write(signs.topRight, column: right, row: rect.row, style: style)
    write(signs.bottomLeft, column: rect.column, row: bottom, style: style)
    write(signs.bottomRight, column: right, row: bottom, style: style)
    if let title, !title.isEmpty, rect.columns > 6 {
      let framed = StyledText(" ") + title.truncated(to: rect.columns - 6) + " "
      write(framed, column: rect.column + 2, row: rect.row)
    }
  }
}
