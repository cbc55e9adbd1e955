// A line divided into items whose amounts must come to that of the line.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  /// ^O: divides the line of the cursor.
  mutating func itemize() -> [EditorEffect] {
    guard itemsField != nil, let line = focus.line else {
      return [.toast("Itemize: the cursor must be on a line")]
    }
    takeEdit(completing: false)
    guard let amount = amount(ofLine: line), amount.minorUnits > 0 else {
      return saving() + [.toast("Itemize: line \(line + 1) needs an amount first")]
    }
    return saving() + [.itemize(line: line)]
  }

  /// The amount of a line that its items divide.
  func amount(ofLine line: Int) -> Money? {
    let amounts = lineFields.filter { $0.type == .money && !$0.isCalculated }
    guard let field = amounts.first(where: { $0.name == "amount" }) ?? amounts.first else {
      return nil
    }
    return sheet.value(at: .cell(line: line, field: field.name)).money
  }

  /// The items of a line.
  func items(ofLine line: Int) -> [Record] {
    guard let field = itemsField else { return [] }
    return sheet.value(at: .cell(line: line, field: field.name)).list?.compactMap(\.record) ?? []
  }

  /// An editor of the items of a line; nil where nothing can be divided.
  func itemsEditor(ofLine line: Int) -> DocumentEditor? {
    guard let items = itemsField.flatMap({ ItemsSchema($0) }), let whole = amount(ofLine: line)
    else {
      return nil
    }
    var context = EditorContext(today: context.today, currency: whole.currency)
    context.suggestions = [:]
    context.keys = self.context.keys
    context.whole = whole
    context.actions = [EditorAction(.submit, label: "Done", reason: nil)]
    context.title = "Items of line \(line + 1)"
    return DocumentEditor(
      schema: items.document(like: lineFields),
      content: DocumentContent(lines: self.items(ofLine: line)), context: context)
  }

  /// Takes the items of a line from their editor.
  mutating func divided(line: Int, into content: DocumentContent) -> [EditorEffect] {
    guard let field = itemsField, sheet.lines.indices.contains(line) else { return [] }
    let items = content.lines.map { Value.record($0) }
    put(items.isEmpty ? .none : .list(items), at: .cell(line: line, field: field.name))
    return saving()
  }

  // MARK: While items are edited

  /// What is left of the whole beside one line; nil where nothing is.
  func rest(without line: Int) -> Money? {
    guard let sum = sum(without: line), let whole = context.whole,
      let rest = try? whole.subtracting(sum), rest.minorUnits > 0
    else { return nil }
    return rest
  }

  /// What all items come to.
  var sum: Money? { sum(without: nil) }

  /// What the lines come to; nil where that cannot be told or there is no whole.
  private func sum(without line: Int?) -> Money? {
    guard let whole = context.whole else { return nil }
    var sum = Money(minorUnits: 0, currency: whole.currency)
    for (index, record) in sheet.lines.enumerated() where index != line {
      for field in lineFields where field.type == .money {
        guard let amount = record.values[field.name].money else { continue }
        guard let next = try? sum.adding(amount) else { return nil }
        sum = next
      }
    }
    return sum
  }

  /// Why the items are not yet the whole, or nil.
  var division: String? {
    guard let whole = context.whole, !sheet.filledLines.isEmpty else { return nil }
    guard let sum else { return "all items must be in \(whole.currency)" }
    guard let rest = try? whole.subtracting(sum), rest.minorUnits != 0 else { return nil }
    if rest.minorUnits > 0 { return "\(rest) are left" }
    return "\((try? sum.subtracting(whole)) ?? rest) too much"
  }
}
