// What a column of a CSV file can hold.

import Workflow

/// A field of the header or of the line, or one of the two columns that are no field.
enum CSVField: Hashable {
  /// Which report the row belongs to.
  case report
  /// The currency of the amount.
  case currency
  case header(Field)
  case line(Field)

  var name: String {
    switch self {
    case .report: "report"
    case .currency: "currency"
    case .header(let field), .line(let field): field.name
    }
  }

  /// The field of a hyphenated name; nil when there is none that can be filled in.
  static func named(_ name: String) -> CSVField? {
    let schema = DocumentSchema.expenseReport
    switch name {
    case "report": return .report
    case "currency": return .currency
    case "cost-centre": return named("cost-center")
    case "line-project": return schema.lineField(named: "project").map { .line($0) }
    default:
      if let field = schema.field(named: name), !field.isCalculated { return .header(field) }
      if let field = schema.lineField(named: name), !field.isCalculated { return .line(field) }
      return nil
    }
  }
}
