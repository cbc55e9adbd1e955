// The form of an entry in the ledger file: hledger's journal format.

import Workflow

extension JournalEntry {
  /// The entry as text that hledger reads, with its number as transaction code and an empty line
  /// at its end.
  ///
  /// ```
  /// 2026-03-05 (42) ER-000012 Visit Aarhus
  ///     ; posting of I-000007
  ///     expenses:travel:4100        340.00 EUR
  ///     liabilities:employees:sam  -340.00 EUR
  /// ```
  public func ledgerText(number: Int64) -> String {
    let head = LedgerText.line("\(document) \(description)")
    var text = "\(day.iso8601) (\(number)) \(head)\n"
    text += "    ; \(LedgerText.comment("\(kind.rawValue) of \(instance)"))\n"
    let rows = postings.map { ($0.account, $0.amount.decimalString, $0.amount.currency.code) }
    let accountWidth = rows.map(\.0.count).max() ?? 0
    let amountWidth = rows.map(\.1.count).max() ?? 0
    for (account, amount, currency) in rows {
      let gap = accountWidth - account.count + 2 + amountWidth - amount.count
      text += "    \(account)\(String(repeating: " ", count: gap))\(amount) \(currency)\n"
    }
    return text + "\n"
  }
}
