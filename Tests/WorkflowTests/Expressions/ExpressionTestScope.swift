// A document, a person and their types, for the tests of expressions.

import Foundation
import Workflow

enum ExpressionTestScope {
  static let schema = DocumentSchema(
    fields: [
      Field("country", .text), Field("total", .money, isCalculated: true), Field("days", .number),
      Field("period", .day), Field("sent", .time), Field("tags", .list(of: .text)),
      Field("urgent", .bool), Field("project", .text), Field("approver", .person),
      Field("empty", .money), Field("missing", .text), Field("cost-center", .text),
    ],
    lineFields: [
      Field("amount", .money), Field("project", .text), Field("date", .day),
      Field("count", .number),
    ])

  static let scope = schema.scope.adding(["signing-limit": .money])

  static let record: Record = [
    "country": "DK", "total": .money(Money(minorUnits: 120_450, currency: .euro)), "days": 3,
    "period": .day(Day(clamping: 20_513)), "sent": .time(Timestamp(microseconds: 0)),
    "tags": ["a", "b"], "urgent": true, "project": "p-111", "approver": "sue",
    "signing-limit": .money(Money(minorUnits: 1_000_000, currency: .euro)), "cost-center": "4100",
    "document": .record(["title": "Trip", "urgent": false]),
    "lines": [
      .record([
        "amount": .money(Money(minorUnits: 100_000, currency: .euro)), "project": "p-1",
        "date": .day(Day(clamping: 20_513)),
      ]),
      .record(["amount": .money(Money(minorUnits: 20_450, currency: .euro))]),
      .record(["date": .day(Day(clamping: 20_520))]),
    ],
  ]

  static func read(_ reference: FieldReference) -> Value {
    var value = Value.record(record)
    for word in reference.path { value = value.record?[word] ?? .none }
    return value
  }

  static func value(_ source: String) throws -> Value {
    let expression = try Workflow.Expression(source)
    _ = try expression.type(in: scope)
    return try expression.evaluate(in: scope, read)
  }
}
