// The lines of one cell, and the box character that shows them.

import Screen

/// Which of a cell's four sides a line leaves through, and how thick.
struct LineGlyph: Hashable {
  private enum Side: Int { case up, right, down, left }

  /// Two bits for each side: 0 for none, 1 for a single line, 2 for a double one.
  private var sides: UInt8 = 0

  /// Adds what a line from one end to the other is in a cell that it goes through.
  mutating func add(_ cell: Point, between one: Point, _ other: Point, isDouble: Bool) {
    let weight: UInt8 = isDouble ? 2 : 1
    if cell.row > min(one.row, other.row) { add(.up, weight) }
    if cell.row < max(one.row, other.row) { add(.down, weight) }
    if cell.column > min(one.column, other.column) { add(.left, weight) }
    if cell.column < max(one.column, other.column) { add(.right, weight) }
  }

  private mutating func add(_ side: Side, _ weight: UInt8) {
    let shift = side.rawValue * 2
    let present = (sides >> shift) & 3
    if weight > present { sides = sides & ~(3 << shift) | weight << shift }
  }

  /// The character; nil when no line goes through.
  func sign(isDashed: Bool) -> String? {
    guard sides != 0 else { return nil }
    if isDashed {
      // Corners stay, so that a dashed box is still a box.
      if sides & 0b11_00_11_00 != 0, sides & 0b00_11_00_11 == 0 { return "╌" }
      if sides & 0b00_11_00_11 != 0, sides & 0b11_00_11_00 == 0 { return "┆" }
    }
    return Self.signs[sides] ?? Self.signs[single] ?? "┼"
  }

  /// The same sides with single lines.
  private var single: UInt8 {
    (0..<4).reduce(0) { result, side in
      (sides >> (side * 2)) & 3 == 0 ? result : result | 1 << (side * 2)
    }
  }

  /// By the sides left, down, right, up as base-4 digits.
  private static let signs: [UInt8: String] = {
    let table: [(String, left: UInt8, down: UInt8, right: UInt8, up: UInt8)] = [
      ("│", 0, 1, 0, 1), ("─", 1, 0, 1, 0), ("┌", 0, 1, 1, 0), ("┐", 1, 1, 0, 0),
      ("└", 0, 0, 1, 1), ("┘", 1, 0, 0, 1), ("├", 0, 1, 1, 1), ("┤", 1, 1, 0, 1),
      ("┬", 1, 1, 1, 0), ("┴", 1, 0, 1, 1), ("┼", 1, 1, 1, 1), ("╵", 0, 0, 0, 1),
      ("╷", 0, 1, 0, 0), ("╴", 1, 0, 0, 0), ("╶", 0, 0, 1, 0), ("║", 0, 2, 0, 2),
      ("═", 2, 0, 2, 0), ("╔", 0, 2, 2, 0), ("╗", 2, 2, 0, 0), ("╚", 0, 0, 2, 2),
      ("╝", 2, 0, 0, 2), ("╤", 2, 1, 2, 0), ("╧", 2, 0, 2, 1), ("╪", 2, 1, 2, 1),
      ("╟", 0, 2, 1, 2), ("╢", 1, 2, 0, 2),
    ]
    var signs: [UInt8: String] = [:]
    for entry in table {
      signs[entry.left << 6 | entry.down << 4 | entry.right << 2 | entry.up] = entry.0
    }
    return signs
  }()
}
