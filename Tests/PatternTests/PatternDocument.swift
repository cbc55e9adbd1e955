// docs/PATTERNS.md as the tests read it: its table, and the excerpt of each pattern.

import Foundation

struct PatternDocument {
  struct Row {
    /// "WCP-1 Sequence", the name of the test and of the excerpt.
    let name: String
    let number: Int
    /// `+`, `+/-` or `-`.
    let support: String
    let restriction: String
  }

  let rows: [Row]
  /// The YAML of each pattern by its name.
  let excerpts: [String: String]

  /// The folder of this package's tests.
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  init() throws {
    let file = Self.folder.appending(path: "../../docs/PATTERNS.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    rows = lines.filter { $0.hasPrefix("| WCP-") }.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 7, let number = Int(cells[1].dropFirst(4)) else { return nil }
      return Row(
        name: "\(cells[1]) \(cells[2])", number: number, support: cells[3], restriction: cells[5])
    }
    var excerpts: [String: String] = [:]
    var name: String?
    var isInside = false
    for line in lines {
      if line.hasPrefix("### ") { name = String(line.dropFirst(4)) }
      if line.hasPrefix("```") {
        isInside = line == "```yaml"
      } else if isInside, let name {
        excerpts[name, default: ""] += "  \(line)\n"
      }
    }
    self.excerpts = excerpts
  }
}
