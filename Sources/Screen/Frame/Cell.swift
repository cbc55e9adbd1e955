/// One cell of a frame. A wide character lies in two: its own, and one of width 0 to the right.
package struct Cell: Hashable, Sendable {
  static let blank = Cell(cluster: .space, style: .normal)

  package let cluster: Cluster
  package var style: Style

  init(cluster: Cluster, style: Style) {
    self.cluster = cluster
    self.style = style
  }

  /// The right half of a wide character.
  static func continuation(_ style: Style) -> Cell {
    Cell(cluster: Cluster(" ", width: 0), style: style)
  }

  /// 1, or 2 for the left half of a wide character and 0 for the right.
  package var width: Int { cluster.width }

  /// What is drawn; empty for the right half of a wide character.
  package var text: String { width == 0 ? "" : cluster.text }
}
