// Two texts of workflows beside each other.

import ApplicationRuntime
import Screen
import Workflow

/// What differs between two workflows: element by element, and line by line.
package struct WorkflowComparison: Sendable {
  package let old: String
  package let new: String
  package let changes: [WorkflowChange]
  package let oldSource: String
  package let newSource: String

  package init(
    old: String, new: String, changes: [WorkflowChange], oldSource: String, newSource: String
  ) {
    self.old = old
    self.new = new
    self.changes = changes
    self.oldSource = oldSource
    self.newSource = newSource
  }

  /// So many lines that are the same stand around those that are not.
  private static let surroundings = 2

  var lines: [StyledText] {
    var lines = [StyledText("- \(old)", .danger), StyledText("+ \(new)", .good), StyledText()]
    lines +=
      changes.isEmpty
      ? [StyledText("No element and no key differs.", .dim)]
      : [StyledText("Elements", .heading)] + changes.flatMap(Self.lines)
    let text = differingLines
    lines += [StyledText(), StyledText("Text", .heading)]
    return lines + (text.isEmpty ? [StyledText("The texts are the same.", .dim)] : text)
  }

  private static func lines(of change: WorkflowChange) -> [StyledText] {
    switch change.kind {
    case .added: [StyledText("+ \(change.subject)", .good)]
    case .removed: [StyledText("- \(change.subject)", .danger)]
    case .moved(let from, let to):
      [StyledText("~ \(change.subject) moved from \(from) to \(to)", .warning)]
    case .changed(let keys):
      [StyledText("~ \(change.subject)", .warning)] + keys.map { StyledText("    \($0)") }
    }
  }

  /// The lines that went and came, with those around them.
  private var differingLines: [StyledText] {
    let before = Self.lines(of: oldSource)
    let after = Self.lines(of: newSource)
    let difference = after.difference(from: before)
    guard !difference.isEmpty else { return [] }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [(sign: Character, number: Int, text: String)] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        rows.append(("-", left + 1, before[left]))
        left += 1
      } else if inserted.contains(right) {
        rows.append(("+", right + 1, after[right]))
        right += 1
      } else {
        rows.append((" ", right + 1, right < after.count ? after[right] : ""))
        left += 1
        right += 1
      }
    }
    return Self.shown(rows)
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func shown(
    _ rows: [(sign: Character, number: Int, text: String)]
  ) -> [StyledText] {
    let changed = rows.indices.filter { rows[$0].sign != " " }
    var kept: Set<Int> = []
    for index in changed {
      kept.formUnion(max(0, index - surroundings)...min(rows.count - 1, index + surroundings))
    }
    var lines: [StyledText] = []
    var last = -1
    for index in kept.sorted() {
      if index > last + 1, last >= 0 { lines.append(StyledText("  …", .dim)) }
      last = index
      let row = rows[index]
      let number = String(row.number)
      let gap = String(repeating: " ", count: max(0, 4 - number.count))
      let style: Style = row.sign == "-" ? .danger : row.sign == "+" ? .good : .dim
      lines.append(StyledText("\(row.sign) \(gap)\(number)  ", style) + StyledText(row.text, style))
    }
    return lines
  }
}
