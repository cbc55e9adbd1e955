// Instances with those that they started below them.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

enum InstanceFamily {
  /// Deeper than this nothing is set further in.
  private static let deepest = 3

  /// The rows in their order, children right below their parents by line; one whose parent is not
  /// among them stands alone.
  static func ordered(_ rows: [InstanceRow]) -> [(row: InstanceRow, depth: Int)] {
    let known = Set(rows.map(\.id))
    var children: [InstanceID: [InstanceRow]] = [:]
    for row in rows {
      if let parent = row.parent, known.contains(parent) {
        children[parent, default: []].append(row)
      }
    }
    guard !children.isEmpty else { return rows.map { ($0, 0) } }
    var ordered: [(row: InstanceRow, depth: Int)] = []
    func add(_ row: InstanceRow, depth: Int) {
      ordered.append((row, min(depth, deepest)))
      let own = (children[row.id] ?? []).sorted { ($0.line ?? 0, $0.id) < ($1.line ?? 0, $1.id) }
      // A child is younger than its parent: that ends it, whatever the store says.
      for child in own where child.id > row.id { add(child, depth: depth + 1) }
    }
    for row in rows {
      let isBelow = row.parent.map { known.contains($0) && row.id > $0 } ?? false
      if !isBelow { add(row, depth: 0) }
    }
    return ordered
  }
}
