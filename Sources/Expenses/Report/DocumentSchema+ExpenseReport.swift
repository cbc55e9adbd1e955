// The fields of an expense report.

import Workflow

extension DocumentSchema {
  static let expenseReport = DocumentSchema(
    fields: [
      Field(
        "purpose", .text, isRequired: true, help: "What the money was spent for, in a few words"),
      Field("period-from", .day, label: "From"),
      Field("period-to", .day, label: "To"),
      Field(
        "country", .text, matters: true, help: "Two letters of ISO 3166, such as DK"),
      Field(
        "cost-center", .text, label: "Cost centre", matters: true, help: "Who bears the costs"),
      Field("project", .text, matters: true),
      Field("legal-entity", .text, matters: true),
      Field(
        "interim-approver", .person, matters: true, help: "Who approves while the manager is away"),
      Field("tags", .list(of: .text), matters: true),
      Field(
        "cash-advance", .text, matters: true,
        help: "The id of the report of an advance, which is settled with this one"),
      Field("reviewed", .bool, help: "Whether somebody has taken a second look at it"),
      Field("total", .money, matters: true, isCalculated: true),
    ],
    lineFields: [
      Field("date", .day, isRequired: true, matters: true),
      Field(
        "category", .text, isRequired: true,
        choices: ExpenseCategory.allCases.map(\.rawValue), matters: true),
      Field("merchant", .text, matters: true),
      Field(
        "amount", .money, isRequired: true, matters: true, help: "More than zero: 12.50, 180 DKK"),
      Field(
        "exchange-rate", .number, matters: true,
        help: "What one unit of the amount's currency costs in the reporting currency"),
      Field(
        "in-reporting-currency", .money, label: "In reporting currency", matters: true,
        isCalculated: true),
      Field(
        "payment-method", .text, choices: PaymentMethod.allCases.map(\.rawValue), matters: true),
      Field("comment", .text),
      Field("project", .text, matters: true, help: "Where it is not that of the whole report"),
      Field("receipts", .list(of: .text), help: "The names of the files"),
      Field(
        "items", .list(of: .record(ExpenseItem.fields)), matters: true,
        help: "What the amount is made of, such as room, breakfast and parking"),
    ])
}
