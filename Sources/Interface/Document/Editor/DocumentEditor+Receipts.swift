// The receipts of a line: files that are kept beside the store, never words that somebody typed.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  /// The line field that lists receipts; nil for a type without them.
  var receiptField: Field? {
    lineFields.first { field in
      guard case .list(of: .text) = field.type, reader.isEditable(field) else { return false }
      return field.name == "receipts" || field.name == "receipt"
    }
  }

  func isReceipt(_ place: EditorPlace?) -> Bool {
    place?.line != nil && place?.name == receiptField?.name
  }

  /// What a line lists as its receipts.
  package func receipts(ofLine line: Int) -> [String] {
    guard let field = receiptField else { return [] }
    let value = sheet.value(at: .cell(line: line, field: field.name))
    return (value.list ?? []).compactMap(\.text)
  }

  /// ^T: a receipt for the line of the cursor, or what can be done with those that it has.
  mutating func chooseReceipt() -> [EditorEffect] {
    guard receiptField != nil else { return [.toast("There are no receipts here")] }
    guard let line = focus.line else {
      return [.toast("Receipt: the cursor must be on a line")]
    }
    takeEdit(completing: false)
    let effects = saving()
    return effects
      + [
        receipts(ofLine: line).isEmpty
          ? .chooseReceipt(line: line, typed: "") : .showReceipts(line: line)
      ]
  }

  /// Keeps a receipt with a line, counted from 0.
  package mutating func attached(receipt: String, line: Int) -> [EditorEffect] {
    guard let field = receiptField, line >= 0, line <= sheet.lines.count, !receipt.isEmpty else {
      return []
    }
    let place = EditorPlace.cell(line: line, field: field.name)
    var receipts = sheet.value(at: place).list ?? []
    let name = ReceiptName(receipt)
    guard !receipts.contains(.text(receipt)) else {
      return [.toast("Line \(line + 1) has \(name.shown) already")]
    }
    receipts.append(.text(receipt))
    put(.list(receipts), at: place)
    return saving() + [.toast("Line \(line + 1): \(name.shown) is attached")]
  }

  /// Takes a receipt away from a line.
  package mutating func detached(receipt: String, line: Int) -> [EditorEffect] {
    guard let field = receiptField else { return [] }
    let place = EditorPlace.cell(line: line, field: field.name)
    let before = sheet.value(at: place).list ?? []
    let receipts = before.filter { $0 != .text(receipt) }
    guard receipts.count < before.count else { return [] }
    put(receipts.isEmpty ? .none : .list(receipts), at: place)
    let name = ReceiptName(receipt)
    return saving()
      + [.toast("Line \(line + 1): \(name.shown) is taken away. ^G brings it back")]
  }

  /// Del in the cell of the receipts: takes the last one away.
  mutating func detachLast() -> [EditorEffect] {
    guard let line = focus.line, let last = receipts(ofLine: line).last else { return [] }
    return detached(receipt: last, line: line)
  }
}
