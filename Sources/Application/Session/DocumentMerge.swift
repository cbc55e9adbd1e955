// Two changes of one document at the same time: which parts both of them touch.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// What somebody changed in a document, and what somebody else changed meanwhile.
struct DocumentMerge {
  let base: DocumentContent
  let mine: DocumentContent
  let theirs: DocumentContent

  /// The parts that both changed, and not to the same; in them neither may win silently.
  var overlap: [String] {
    let fields = Set(mine.fields.keys).union(base.fields.keys).sorted().filter { name in
      mine.fields[name] != base.fields[name] && theirs.fields[name] != base.fields[name]
        && mine.fields[name] != theirs.fields[name]
    }
    let lines = Self.touched(base.lines, mine.lines)
      .intersection(Self.touched(base.lines, theirs.lines))
      .filter { index in
        mine.lines.count != theirs.lines.count || mine.lines[index] != theirs.lines[index]
      }
    return fields + lines.sorted().map { "line \($0 + 1)" }
  }

  /// The lines that are not what they were. Behind one that was removed all have moved; what was
  /// added at the end touches none.
  private static func touched(_ old: [Record], _ new: [Record]) -> Set<Int> {
    let differing = old.indices.filter { !new.indices.contains($0) || new[$0] != old[$0] }
    guard new.count < old.count, let first = differing.first else { return Set(differing) }
    return Set(first..<old.count)
  }
}
