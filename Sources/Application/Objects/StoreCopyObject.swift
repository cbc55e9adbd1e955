// A backup that was made, or a store that was made from one, as it is written.

import ApplicationRuntime
import Workflow

struct StoreCopyObject: OutputObject {
  static let object = "storeCopy"

  let from: String
  let to: String
  /// Where the store is now that gave way.
  let replaced: String?
  let head: StoreChainLink?
  /// How many receipts were copied with it.
  var receipts = 0

  var json: JSONObject {
    [
      "from": .string(from), "to": .string(to), "replaced": .text(replaced),
      "head": head.map { .string($0.hash.hexadecimal) } ?? .null, "receipts": .number(receipts),
    ]
  }

  var lines: [String] {
    let also = receipts > 0 ? " with \(Words.count(receipts, "receipt")) in \(to).files" : ""
    var result = ["Copied \(from) to \(to)\(also)."]
    if let replaced { result.append("The store that was there is \(replaced) now.") }
    if let head { result.append("head  \(head.hash.hexadecimal)") }
    return result
  }
}
