// Expressions: what they evaluate to.

import Foundation
import Testing
import Workflow

@Suite struct ExpressionEvaluationTests {
  @Test(
    "Conditions that hold",
    arguments: [
      #"country == "DK" and total > 0"#, "country != 'SE'", "total == 1204.50", "1204.5 == total",
      "total > 100 EUR", "total >= 1204.50 EUR", "total < 1204.501", "not (total < 100)",
      "signing_limit >= total", #"country in ["SE", "DK"]"#, #"country not in ["SE"]"#,
      "'a' in tags", "not 'z' in tags", "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9", "10 - 2 - 3 == 5",
      "12 / 3 / 2 == 2", "-2 + 5 == 3", "- -2 == 2", "2 * -3 == -6",
      "true or false and false", "not false and true", "not not true", "total * 2 > total + 1000",
      "total / 2 == 602.25", "total / total == 1", "total - 4.50 == 1200", "1 / 8 == 0.125",
      "period == 2026-03-01", "period + 2 days == 2026-03-03", "period - 1 week == 2026-02-22",
      "2026-03-03 - period == 48 hours", "1 day > 23 hours", "2 days / 1 day == 2",
      "3 * 12 hours == 36 hours", "sent + 1 hour > sent", "days == 3.0", "'ab' < 'b'",
      "'a' + 'b' == 'ab'", "lines.count == 3", "lines.count > 2 and lines.sum(amount) == total",
      "lines.max(amount) == 1000", "lines.min(amount) == 204.50", "lines.any(amount > 500)",
      "not lines.all(amount > 500)", "lines.any(amount > 500 and country == 'DK')",
      "lines.any(date == 2026-03-08)", "lines.min(date) == period", "urgent", "not document.urgent",
      "document.title == 'Trip'", "empty == none", "none == empty", "total != none",
      "not (empty > 0)", "not (empty <= 0)", "not missing == 'x'", "missing != 'x'",
      "approver == 'sue'", "approver in ['ann', 'sue']", "not (document.reviewed_by == 'x')",
      "total != 1204.50 USD", "lines.sum(amount) - total == 0", "cost_center == '4100'",
      "lines.any(lines.count == 3)",
      "lines.count(amount > 500) == 1", "lines.count(project == none) == 2", "costCenter == '4100'",
      "total in [1, 1204.5]", "lines.any(project == none)", "not lines.any(project == 'p-111')",
    ])
  func holds(source: String) throws {
    let expression = try Workflow.Expression(source)
    let scope = ExpressionTestScope.scope.adding([
      "document": .record(["title": .text, "urgent": .bool, "reviewed-by": .text])
    ])
    #expect(try expression.type(in: scope) == .bool)
    #expect(try expression.holds(in: scope, ExpressionTestScope.read))
  }

  @Test("A line's empty field is not the header's field of that name, once the types are known")
  func lineFields() throws {
    let expression = try Workflow.Expression("lines.all(project != 'p-111')")
    #expect(try expression.holds(in: ExpressionTestScope.scope, ExpressionTestScope.read))
    #expect(try !expression.holds(ExpressionTestScope.read))
  }

  @Test("No lines: the sum is zero, nothing is any, everything is all, there is no largest")
  func noLines() throws {
    let read: (FieldReference) -> Value = {
      $0.path == ["lines"] ? [] : ExpressionTestScope.read($0)
    }
    for source in [
      "lines.sum(amount) == 0", "lines.sum(amount) < total", "not lines.any(true)",
      "lines.all(false)", "lines.max(amount) == none", "lines.count == 0",
    ] {
      #expect(try Workflow.Expression(source).holds(read), "\(source)")
    }
  }

  @Test(
    "What has no result throws, with its place",
    arguments: [
      ("total / 0", ExpressionError.Code.divisionByZero, 6), ("empty + 1", .absentValue, 6),
      ("total > 5 USD", .currenciesDiffer, 6), ("total + 5 USD", .currenciesDiffer, 6),
      ("total * 99999999999999999999", .overflow, 6), ("1 + days / (days - 3)", .divisionByZero, 9),
    ])
  func throwing(source: String, code: ExpressionError.Code, offset: Int) throws {
    let error = #expect(throws: ExpressionError.self) { try ExpressionTestScope.value(source) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test("What the reader throws comes through")
  func readerThrows() throws {
    struct Gone: Error {}
    let expression = try Workflow.Expression("country == 'DK' and total > 0")
    #expect(throws: Gone.self) {
      try expression.holds { reference in
        if reference.path == ["total"] { throw Gone() }
        return "DK"
      }
    }
  }

  @Test("The second half of `and` and `or` is read only when it decides")
  func shortCircuit() throws {
    var names: [String] = []
    let read: (FieldReference) -> Value = {
      names.append($0.description)
      return ExpressionTestScope.read($0)
    }
    #expect(try !Workflow.Expression("country == 'SE' and total > 0").holds(read))
    #expect(try Workflow.Expression("urgent or total > 0").holds(read))
    #expect(names == ["country", "urgent"])
  }

  @Test("References name every path once, those inside a list under the list")
  func references() throws {
    let expression = try Workflow.Expression(
      "total > 0 and lines.any(amount > total) and document.cost_center == 'x' and total < 9")
    #expect(
      expression.references == [
        ["total"], ["lines"], ["lines", "amount"], ["lines", "total"], ["document", "cost-center"],
      ])
  }

  @Test("The sum of no times is no time")
  func noTimes() throws {
    let scope = TypeScope(names: ["lines": .list(of: .record(["from": .time, "to": .time]))])
    for source in ["lines.sum(to - from) < 1 day", "lines.sum(to - from) == 0 days"] {
      let expression = try Workflow.Expression(source)
      #expect(try expression.type(in: scope) == .bool)
      #expect(try expression.holds(in: scope) { _ in [] })
    }
  }

  @Test("Long texts and lists count as more work than short ones")
  func largeValues() throws {
    let text = Value.text(String(repeating: "x", count: 60_000))
    let lines = Value.list(Array(repeating: .record(["name": text]), count: 3000))
    let read: (FieldReference) -> Value = { $0.path == ["lines"] ? lines : text }
    let expression = try Workflow.Expression("lines.all(name + '' == long)")
    let error = #expect(throws: ExpressionError.self) { try expression.holds(read) }
    #expect(error?.code == .tooLarge)
  }

  @Test("The work over many lines is bounded")
  func work() throws {
    let lines = Value.list(Array(repeating: .record(["amount": 1]), count: 20_000))
    let expression = try Workflow.Expression("lines.all(lines.all(amount == 1))")
    let error = #expect(throws: ExpressionError.self) { try expression.holds { _ in lines } }
    #expect(error?.code == .tooLarge)
  }
}
