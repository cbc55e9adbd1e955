// A frame as a text that tells everything of it: signs, their ASCII twins, styles.

import Screen

/// What is recorded of a frame: its rows; the rows that differ in ASCII; the runs of its styles by
/// their names. What the names look like in colour and without is in `themes.txt`, once for all.
struct FrameSheet {
  let unicode: Frame
  let ascii: Frame

  var text: String {
    ([unicode.text, "=== ASCII, where it differs"] + twins + ["=== styles"] + styles)
      .joined(separator: "\n") + "\n"
  }

  private var rows: Range<Int> { 0..<unicode.size.rows }

  private var twins: [String] {
    rows.compactMap { row in
      let line = ascii.line(row)
      return line == unicode.line(row) ? nil : "\(Self.number(row)) \(line)"
    }
  }

  private var styles: [String] {
    rows.compactMap { row in
      let runs = Self.runs(of: unicode.cells(row: row))
      return runs.isEmpty ? nil : "\(Self.number(row)) " + runs.joined(separator: ", ")
    }
  }

  /// `3-17 title+selected`, for every run that is not normal and not blank to its end.
  private static func runs(of cells: ArraySlice<Cell>) -> [String] {
    var runs: [(range: ClosedRange<Int>, style: Style)] = []
    for (column, cell) in cells.enumerated() where cell.style != .normal {
      if let last = runs.last, last.style == cell.style, last.range.upperBound == column - 1 {
        runs[runs.count - 1].range = last.range.lowerBound...column
      } else {
        runs.append((column...column, cell.style))
      }
    }
    return runs.map { "\($0.range.lowerBound)-\($0.range.upperBound) \($0.style.name)" }
  }

  private static func number(_ row: Int) -> String {
    let text = String(row)
    return String(repeating: " ", count: max(0, 3 - text.count)) + text
  }
}

extension Style {
  /// `warning+selected`
  var name: String {
    let modifiers: [(Modifiers, String)] = [
      (.selected, "selected"), (.changed, "changed"), (.bold, "bold"), (.underlined, "underlined"),
    ]
    return (["\(role)"] + modifiers.filter { self.modifiers.contains($0.0) }.map(\.1))
      .joined(separator: "+")
  }
}

extension Appearance {
  /// `red on white bold`
  var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underlined, "underlined"), (.reversed, "reversed"),
    ]
    let words =
      [foreground.map { "\($0)" }, background.map { "on \($0)" }].compactMap { $0 }
      + names.filter { attributes.contains($0.0) }.map(\.1)
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
