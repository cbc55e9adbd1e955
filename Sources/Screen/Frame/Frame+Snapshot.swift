// A frame as text, for snapshots in tests and for the linear mode.

extension Frame {
  /// One line per row, without the blanks at its end.
  package var text: String {
    (0..<size.rows).map(line).joined(separator: "\n")
  }

  /// One row without the blanks at its end.
  package func line(_ row: Int) -> String {
    var line = ""
    for cell in cells(row: row) where cell.width > 0 { cell.cluster.append(to: &line) }
    return String(line.trimmingBlanks)
  }

  /// A part of one row without the blanks at its end.
  package func line(_ row: Int, columns: Range<Int>) -> String {
    var line = ""
    let all = cells(row: row)
    for index in all.indices.dropFirst(columns.lowerBound).prefix(columns.count)
    where all[index].width > 0 {
      all[index].cluster.append(to: &line)
    }
    return String(line.trimmingBlanks)
  }

  /// The rows, each followed by a line of letters for the roles of its cells where some are not normal.
  ///
  /// Lowercase stands for the role, uppercase for the same in the selection, a dot for normal.
  package var styledText: String {
    (0..<size.rows).flatMap { row in
      let styles = String(cells(row: row).map { Self.letter(of: $0.style) }).trimmingDots
      return styles.isEmpty ? [line(row)] : [line(row), String(styles)]
    }.joined(separator: "\n")
  }

  private static func letter(of style: Style) -> Character {
    let letter: Character =
      switch style.role {
      case .normal: style.modifiers.isEmpty ? "." : "n"
      case .dim: "d"
      case .emphasis: "e"
      case .title: "t"
      case .heading: "h"
      case .key: "k"
      case .border: "b"
      case .placeholder: "p"
      case .accent: "a"
      case .good: "g"
      case .warning: "w"
      case .danger: "r"
      case .marked: "m"
      case .field: "f"
      case .focusedField: "c"
      case .statusLine: "s"
      case .footer: "o"
      case .overlay: "v"
      case .disabled: "x"
      }
    return style.modifiers.contains(.selected) ? Character(letter.uppercased()) : letter
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring { trimming(" ") }
  fileprivate var trimmingDots: Substring { trimming(".") }

  private func trimming(_ character: Character) -> Substring {
    var rest = self[...]
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
