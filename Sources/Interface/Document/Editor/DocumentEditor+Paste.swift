// A paste: text for a field, rows for the table of lines, a path for a line's receipts.

import Workflow

extension DocumentEditor {
  mutating func paste(_ text: String) -> [EditorEffect] {
    if edit != nil {
      changeInput { $0.insert(text) }
      return []
    }
    guard let place else { return [.toast("A paste needs a field or a line")] }
    guard let line = place.line else {
      begin(at: place, with: text, isTyped: true)
      return []
    }
    if receiptField != nil, let path = PastedPath.path(in: text) {
      return [.attachReceipt(path: path, line: line)]
    }
    let rows = PastedRows(text)
    guard isTable(rows) else {
      begin(at: place, with: text, isTyped: true)
      return []
    }
    return insert(rows, at: line)
  }

  /// Whether pasted text is rows: several, or one whose separators cannot belong to a text.
  private func isTable(_ rows: PastedRows) -> Bool {
    guard let first = rows.rows.first else { return false }
    if rows.rows.count > 1 { return true }
    guard first.count > 1 else { return false }
    if rows.separator == "\t" { return true }
    // "Cafe, Aarhus" and "12,50" are texts; a row has a date or an amount in its place.
    return first.count > 2
      && zip(pasteColumns, first).contains { column, cell in
        let field = lineFields[column]
        guard field.type == .day || field.type == .money else { return false }
        return (try? reader.value(of: cell, for: field, reference: context.today)) != nil
      }
  }

  /// The columns that cells of a row go to, from left to right.
  private var pasteColumns: [Int] {
    columns.filter { if case .list = lineFields[$0].type { false } else { true } }
  }

  mutating func insert(_ pasted: PastedRows, at line: Int) -> [EditorEffect] {
    var rows = pasted.rows[...]
    var targets = pasteColumns.map { Optional($0) }
    if let named = rows.first.flatMap(columns(named:)) {
      targets = named
      rows.removeFirst()
    }
    guard !rows.isEmpty else { return [.toast("The paste names columns and has no rows")] }
    let start = isOnEmptyLine ? line : line + 1
    let before = EditorStep(sheet: sheet, focus: focus)
    if isOnEmptyLine, sheet.lines.indices.contains(line) { sheet.lines.remove(at: line) }
    var next = start
    var lost = 0
    for cells in rows {
      sheet.lines.insert(EditorRecord(), at: next)
      for (column, cell) in zip(targets, cells) {
        guard let column else { continue }
        fill(.cell(line: next, field: lineFields[column].name), with: cell)
      }
      lost += cells.dropFirst(targets.count).filter { $0.contains { !$0.isWhitespace } }.count
      if sheet.lines[next].isEmpty { sheet.lines.remove(at: next) } else { next += 1 }
    }
    undoSteps.append(before)
    if undoSteps.count > Self.undoLimit { undoSteps.removeFirst() }
    let bad = (start..<next).reduce(0) { $0 + sheet.lines[$1].unread.count }
    move(to: .cell(line: next, column: columns.first ?? 0))
    return saving() + [.toast(message(next - start, bad: bad, lost: lost, isCut: pasted.isCut))]
  }

  /// Puts a pasted cell in without a step of its own to undo.
  private mutating func fill(_ place: EditorPlace, with text: String) {
    guard let field = field(at: place), text.contains(where: { !$0.isWhitespace }) else { return }
    let text = String(text.prefix(TextInput.limit))
    guard let value = try? reader.value(of: text, for: field, reference: reference(at: place))
    else {
      sheet.put(.none, unread: text, at: place, voiding: [])
      return
    }
    sheet.put(value, at: place, voiding: [])
  }

  /// The columns that a first row names; nil when it is no row of names.
  private func columns(named row: [String]) -> [Int?]? {
    let names = row.map { cell -> Int? in
      let name = CompletionList.folded(cell)
      return columns.first {
        let field = lineFields[$0]
        return CompletionList.folded(field.label) == name || field.name == name
          || CompletionList.folded(EditorColumns.title(of: field, currency: context.currency.code))
            == name
      }
    }
    let known = names.compactMap { $0 }
    return known.count > 1 && known.count * 2 > names.count ? names : nil
  }

  private func message(_ count: Int, bad: Int, lost: Int, isCut: Bool) -> String {
    var text = plural(count, "line") + " pasted"
    if bad > 0 { text += ", " + plural(bad, "cell") + " cannot be read and stay marked" }
    if lost > 0 { text += ", " + plural(lost, "cell") + " had no column" }
    if isCut { text += "; more than \(PastedRows.limit) are not taken at once" }
    return text
  }
}
