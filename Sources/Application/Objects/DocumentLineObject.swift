// A line of a document as it is written (INTERFACE 3, `line`).

import ApplicationRuntime
import Workflow

struct DocumentLineObject {
  let number: Int
  let line: Record
  let schema: DocumentSchema
  /// The reporting currency of the organisation.
  let currency: Currency

  /// The keys of every line, then those that its type adds; what is absent is null.
  var json: JSONObject {
    var result: JSONObject = ["number": .number(number)]
    for key in ["date", "category", "merchant", "amount"] { result[key] = line[key].json() }
    result["inReportingCurrency"] = inReportingCurrency
    for key in ["comment", "receipts"] { result[key] = line[key].json() }
    result["items"] = line["items"].json()
    for field in schema.lineFields where result[Word(field.name).lowerCamelCased] == nil {
      result[Word(field.name).lowerCamelCased] = line[field.name].json()
    }
    return result
  }

  /// What the type calculated, else the amount where it is in that currency already.
  private var inReportingCurrency: JSON {
    if let money = line["in-reporting-currency"].money { return money.json }
    guard let amount = line["amount"].money, amount.currency == currency else { return .null }
    return amount.json
  }

  static func columns(of schema: DocumentSchema) -> [TextColumn] {
    [TextColumn("#", isRight: true)]
      + schema.lineFields.map { TextColumn($0.label, isRight: $0.type == .money) }
  }

  var cells: [String] {
    [String(number)] + schema.lineFields.map { ShownFiles.display(line[$0.name]) }
  }
}
