// Rows of text, aligned, and cut to the width of the terminal.

import Screen

struct TextTable {
  let columns: [TextColumn]
  let rows: [[String]]

  /// The header and the rows. Without a width nothing is cut.
  func lines(width: Int?) -> [String] {
    let natural = columns.indices.map { index in
      rows.reduce(columns[index].title.displayWidth) {
        max($0, index < $1.count ? $1[index].displayWidth : 0)
      }
    }
    let wanted = zip(columns, natural).map { column, natural in
      Column(
        column.title,
        column.minimum.map { .flexible(minimum: min($0, natural)) } ?? .fixed(natural),
        priority: column.priority, alignment: column.isRight ? .right : .left, maximum: natural)
    }
    let needed = natural.reduce(0, +) + 2 * max(0, columns.count - 1)
    let layout = ColumnLayout(wanted, width: min(width ?? needed, needed))
    return ([columns.map(\.title)] + rows).map { row in
      let cells = layout.placements.map { place in
        (place.index < row.count ? row[place.index] : "")
          .fitted(to: place.width, alignment: place.alignment)
      }
      return Self.withoutTrailingBlanks(cells.joined(separator: "  "))
    }
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
