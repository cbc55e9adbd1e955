// Two screens on one draft: what differs, and how both are put together.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  /// What was changed here and there since both had the same: the page shows both and asks.
  package func differences(from theirs: DocumentContent) -> [EditorDifference] {
    var result = headerFields.compactMap { field in
      difference(
        .field(field.name), field.label, field,
        (content.fields[field.name], theirs.fields[field.name], stored.fields[field.name]))
    }
    let mine = content.lines
    let counts = (mine.count, theirs.lines.count, stored.lines.count)
    if (counts.0 < counts.2 && theirs.lines != stored.lines)
      || (counts.1 < counts.2 && mine != stored.lines)
    {
      let place = EditorPlace.cell(line: 0, field: lineFields.first?.name ?? "")
      result.append(
        EditorDifference(
          place: place, label: "lines", mine: plural(counts.0, "line"),
          theirs: plural(counts.1, "line")))
      return result
    }
    for index in 0..<min(counts.0, counts.1, counts.2) {
      for field in storedLineFields where !field.isCalculated {
        let name = field.name
        let values = (
          mine[index][name], theirs.lines[index][name], stored.lines[index][name]
        )
        let label = "line \(index + 1), \(field.label)"
        if let found = difference(.cell(line: index, field: name), label, field, values) {
          result.append(found)
        }
      }
    }
    return result
  }

  private var storedLineFields: [Field] { lineFields + [itemsField].compactMap { $0 } }

  private func difference(
    _ place: EditorPlace, _ label: String, _ field: Field,
    _ values: (mine: Value, theirs: Value, before: Value)
  ) -> EditorDifference? {
    guard values.mine != values.theirs, values.mine != values.before,
      values.theirs != values.before
    else { return nil }
    let mine = reader.shown(values.mine, of: field, isBrief: false)
    let theirs = reader.shown(values.theirs, of: field, isBrief: false)
    return EditorDifference(place: place, label: label, mine: mine, theirs: theirs)
  }

  /// Takes the content that another screen stored.
  ///
  /// - Parameter keepingMine: what was changed here stays, and everything else is theirs.
  package mutating func replaced(
    content theirs: DocumentContent, keepingMine: Bool
  ) -> [EditorEffect] {
    let merged = keepingMine ? merged(with: theirs) : theirs
    let mine = sheet
    change { sheet in
      sheet = EditorSheet(merged)
      guard keepingMine else { return }
      sheet.header.unread = mine.header.unread
      for (line, index) in zip(mine.filledLines, sheet.lines.indices) {
        sheet.lines[index].unread = mine.lines[line].unread
      }
    }
    stored = entered(in: theirs)
    sent = stored
    saveError = nil
    unanswered = []
    if !keepingMine { edit = nil }
    focus = clamped(focus)
    return saving()
  }

  private func merged(with theirs: DocumentContent) -> DocumentContent {
    let mine = content
    let fields = merged(mine.fields, theirs.fields, stored.fields, of: headerFields)
    let before = stored.lines
    if mine.lines == before { return DocumentContent(fields: fields, lines: theirs.lines) }
    guard mine.lines.count >= before.count, theirs.lines.count >= before.count else {
      return DocumentContent(fields: fields, lines: mine.lines)
    }
    var lines = before.indices.map { index in
      merged(mine.lines[index], theirs.lines[index], before[index], of: storedLineFields)
    }
    // Lines that either added stay, once where both added the same.
    let added = Array(theirs.lines.dropFirst(before.count))
    lines += added + mine.lines.dropFirst(before.count).filter { !added.contains($0) }
    return DocumentContent(fields: fields, lines: lines)
  }

  private func merged(
    _ mine: Record, _ theirs: Record, _ before: Record, of fields: [Field]
  ) -> Record {
    var result = theirs
    var hasMine = false
    for field in fields where !field.isCalculated && mine[field.name] != before[field.name] {
      hasMine = hasMine || mine[field.name] != theirs[field.name]
      result[field.name] = mine[field.name]
    }
    guard hasMine else { return theirs }
    for field in fields where field.isCalculated { result[field.name] = .none }
    return result
  }
}
