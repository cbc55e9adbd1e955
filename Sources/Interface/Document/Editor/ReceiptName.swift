// A receipt as a line lists it, and as people read it.

import ApplicationRuntime
import Screen
import Workflow

/// The name of a receipt: the file's own, without the hash under which it is kept.
struct ReceiptName: Hashable, Sendable {
  let text: String
  /// Nil where only a name was given, as an import does, and no file is kept.
  let file: KeptFile?

  init(_ receipt: String) {
    file = KeptFile(receipt)
    text = file?.name ?? receipt
  }

  /// The name as it may stand in a sentence.
  var shown: String { EntryError.shown(text) }

  /// What the cell of a line's receipts shows: `taxi.pdf`, `taxi.pdf +1`, or how many where that is
  /// too long.
  static func summary(of receipts: [String], clip: String, width: Int) -> String {
    guard let first = receipts.first else { return "" }
    let more = receipts.count > 1 ? " +\(receipts.count - 1)" : ""
    let long = clip + ReceiptName(first).text.displaySafe + more
    return long.displayWidth <= width || width >= 10
      ? clip
        + ReceiptName(first).text.displaySafe.truncated(
          to: max(1, width - clip.displayWidth - more.displayWidth)) + more
      : "\(clip)\(receipts.count)"
  }
}
