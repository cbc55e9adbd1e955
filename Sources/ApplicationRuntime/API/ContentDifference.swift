// What changed in a document since it was last submitted, in words.

import Workflow
import WorkflowRuntime

/// Two contents of a document, the earlier one first.
struct ContentDifference {
  let before: DocumentContent
  let after: DocumentContent
  let schema: DocumentSchema

  /// More changes than this are counted, not told.
  private static let told = 12
  /// Longer texts are cut.
  private static let textLimit = 40

  /// "total 100.00 → 120.00 EUR; line 2 amount 40.00 → 60.00 EUR"; nil when nothing changed.
  ///
  /// - Parameter line: only this line, from 1; nil for the whole document.
  func words(line: Int? = nil) -> String? {
    var changes: [String] = []
    if let line {
      let (old, new) = (before.line(line), after.line(line))
      if let old, let new { changes = self.changes(from: old, to: new, line: line) }
    } else {
      changes = headerChanges + lineChanges
    }
    guard !changes.isEmpty else { return nil }
    let rest = changes.count - Self.told
    return changes.prefix(Self.told).joined(separator: "; ")
      + (rest > 0 ? "; and \(rest) more" : "")
  }

  private var headerChanges: [String] {
    schema.fields.filter { $0.matters || !$0.isCalculated }.compactMap { field in
      Self.change(of: field, before.fields[field.name], after.fields[field.name])
    }
  }

  /// Lines that stayed keep their places; between them, an old and a new one are one that changed.
  private var lineChanges: [String] {
    let difference = after.lines.difference(from: before.lines)
    let removed = Set(difference.removals.map(\.place))
    let inserted = Set(difference.insertions.map(\.place))
    var changes: [String] = []
    var (old, new) = (0, 0)
    while old < before.lines.count || new < after.lines.count {
      let isRemoved = removed.contains(old)
      let isInserted = inserted.contains(new)
      if isRemoved, isInserted {
        changes += self.changes(from: before.lines[old], to: after.lines[new], line: new + 1)
      } else if isRemoved {
        changes.append("line \(old + 1) removed" + summary(of: before.lines[old]))
      } else if isInserted {
        changes.append("line \(new + 1) added" + summary(of: after.lines[new]))
      }
      if isRemoved || !isInserted { old += 1 }
      if isInserted || !isRemoved { new += 1 }
    }
    return changes
  }

  private func changes(from old: Record, to new: Record, line: Int) -> [String] {
    schema.lineFields.filter { !$0.isCalculated }.compactMap { field in
      Self.change(of: field, old[field.name], new[field.name]).map { "line \(line) \($0)" }
    }
  }

  /// " (Cafe, 12.50 EUR)": what tells the line from others.
  private func summary(of line: Record) -> String {
    let values = schema.lineFields.filter { !$0.isCalculated && ($0.matters || $0.isRequired) }
      .map { Self.text(line[$0.name]) }.filter { !$0.isEmpty }
    return values.isEmpty ? "" : " (\(values.prefix(4).joined(separator: ", ")))"
  }

  private static func change(of field: Field, _ old: Value, _ new: Value) -> String? {
    guard old != new else { return nil }
    let name = field.name.map { $0 == "-" ? " " : String($0) }.joined()
    if case .money(let from) = old, case .money(let to) = new, from.currency == to.currency {
      // The currency is said once.
      let amount = from.description.split(separator: " ").first.map(String.init) ?? ""
      return "\(name) \(amount) → \(to)"
    }
    let (from, to) = (text(old), text(new))
    // An empty list and an absent value are equal.
    guard !from.isEmpty || !to.isEmpty else { return nil }
    return "\(name) \(from.isEmpty ? "nothing" : from) → \(to.isEmpty ? "nothing" : to)"
  }

  private static func text(_ value: Value) -> String {
    let text = value.display
    return text.count > textLimit ? text.prefix(textLimit - 1) + "…" : text
  }
}

extension DocumentContent {
  fileprivate func line(_ number: Int) -> Record? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
