// Breaking text into lines of a width, at words where it can be.

extension String {
  /// The text as lines of at most `width` cells. Line breaks in the text stay; words that are too long
  /// are broken where the line ends.
  ///
  /// - Parameter maximumLines: what does not fit in as many lines is cut with an ellipsis; nil: all.
  package func wrapped(
    to width: Int, maximumLines: Int? = nil, ellipsis: String = "…"
  ) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    let paragraphs = split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for paragraph in paragraphs {
      lines += Self.wrap(Array(ClusterReader(String(paragraph))), width: width)
      if let maximumLines, lines.count > maximumLines { break }
    }
    guard let maximumLines, lines.count > maximumLines else { return lines }
    lines.removeLast(lines.count - max(0, maximumLines))
    guard let last = lines.popLast() else { return [] }
    let room = max(0, width - ellipsis.displayWidth)
    lines.append(last.truncated(to: room, ellipsis: "") + ellipsis)
    return lines
  }

  private static func wrap(_ clusters: [Cluster], width: Int) -> [String] {
    var lines: [String] = []
    var line: [Cluster] = []
    var used = 0
    func close() {
      while line.last == .space { line.removeLast() }
      lines.append(String(clusters: line))
      line = []
      used = 0
    }
    for word in words(clusters) {
      let cells = word.reduce(0) { $0 + $1.width }
      let isBlank = word.first == .space
      if used + cells > width, !isBlank, used > 0 { close() }
      // Blanks at a break vanish; at the beginning of a paragraph they are its indent.
      if isBlank, used + cells > width || (used == 0 && !lines.isEmpty) { continue }
      for cluster in word {
        if used + cluster.width > width, used > 0 { close() }
        line.append(cluster)
        used += cluster.width
      }
    }
    close()
    return lines
  }

  /// Runs of blanks and runs of anything else, in order.
  private static func words(_ clusters: [Cluster]) -> [ArraySlice<Cluster>] {
    var words: [ArraySlice<Cluster>] = []
    var start = 0
    for index in clusters.indices.dropFirst()
    where (clusters[index] == .space) != (clusters[index - 1] == .space) {
      words.append(clusters[start..<index])
      start = index
    }
    if start < clusters.endIndex { words.append(clusters[start...]) }
    return words
  }
}
