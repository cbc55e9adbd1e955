// What was appended to the ledger file, as it is written.

import Workflow

struct LedgerExportObject: OutputObject {
  static let object = "ledger"

  let file: String
  let entries: Int

  var json: JSONObject { ["file": .string(file), "entries": .number(entries)] }

  var lines: [String] {
    let number = entries == 1 ? "1 entry" : "\(entries) entries"
    return ["Appended \(number) to \(file)."]
  }
}
