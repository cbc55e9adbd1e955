// Text as it is seen in cells: its width, its harmless form, cut and padded to a width.

extension String {
  /// The cells that the text takes when it is drawn.
  package var displayWidth: Int {
    // Plain ASCII without controls is one cell a byte, and is what most texts are.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return ClusterReader(self).reduce(0) { $0 + $1.width }
  }

  /// The text as it is drawn: one line, nothing in it that a terminal would obey or be led astray by.
  package var displaySafe: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    return String(clusters: ClusterReader(self))
  }

  init(clusters: some Sequence<Cluster>) {
    self.init()
    for cluster in clusters { cluster.append(to: &self) }
  }

  /// The text, cut to at most `width` cells with an ellipsis in place of what is gone.
  package func truncated(
    to width: Int, ellipsis: String = "…", from: Truncation = .end
  ) -> String {
    guard width > 0 else { return "" }
    // Of a text that is cut at its end no more is read than is shown, however long it is.
    let clusters =
      from == .end ? Self.prefix(of: self, cells: width + 1) : Array(ClusterReader(self))
    guard clusters.reduce(0, { $0 + $1.width }) > width else { return String(clusters: clusters) }
    let room = width - ellipsis.displayWidth
    guard room > 0 else { return String(clusters: Self.prefix(clusters, cells: width)) }
    switch from {
    case .end:
      return String(clusters: Self.prefix(clusters, cells: room)) + ellipsis
    case .start:
      return ellipsis + String(clusters: Self.suffix(clusters, cells: room))
    case .middle:
      let head = Self.prefix(clusters, cells: room - room / 2)
      let tail = Self.suffix(clusters, cells: room / 2)
      return String(clusters: head) + ellipsis + String(clusters: tail)
    }
  }

  /// The text with blanks up to `width` cells; a longer text stays as it is.
  package func padded(to width: Int, alignment: Alignment = .left) -> String {
    let missing = width - displayWidth
    guard missing > 0 else { return self }
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + self
      + String(repeating: " ", count: missing - before)
  }

  /// The text cut and padded to exactly `width` cells.
  package func fitted(
    to width: Int, alignment: Alignment = .left, ellipsis: String = "…"
  ) -> String {
    truncated(to: width, ellipsis: ellipsis).padded(to: width, alignment: alignment)
  }

  /// The first clusters of a text: as many as it takes to fill the cells, or all.
  private static func prefix(of text: String, cells: Int) -> [Cluster] {
    var clusters: [Cluster] = []
    var used = 0
    for cluster in ClusterReader(text) {
      clusters.append(cluster)
      used += cluster.width
      if used >= cells { break }
    }
    return clusters
  }

  private static func prefix(_ clusters: [Cluster], cells: Int) -> ArraySlice<Cluster> {
    var used = 0
    return clusters.prefix { cluster in
      used += cluster.width
      return used <= cells
    }
  }

  private static func suffix(_ clusters: [Cluster], cells: Int) -> ArraySlice<Cluster> {
    var used = 0
    var start = clusters.endIndex
    while start > 0, used + clusters[start - 1].width <= cells {
      start -= 1
      used += clusters[start].width
    }
    return clusters[start...]
  }
}
