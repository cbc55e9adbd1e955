// Expressions: what is refused, where, and with which words.

import Testing
import Workflow

@Suite struct ExpressionSyntaxTests {
  @Test(
    "Mistakes are told with their offset",
    arguments: [
      ("", 0, "empty"), ("   ", 0, "empty"), ("total >", 7, "expected a value"),
      ("total = 5", 6, "write `==`"), ("total > 5 && urgent", 10, "write `and`"),
      ("!urgent", 0, "write `not`"), ("total > 5 urgent", 10, "expected an operator"),
      ("(total > 5", 10, "expected `)`"), ("total > 5)", 9, "found `)`"),
      ("1 < 2 < 3", 6, "chained"),
      ("'abc", 0, "closing quote"), ("country in ['a' 'b']", 16, "expected `,` or `]`"),
      ("2026-02-30 == period", 0, "calendar"), ("total > 5 XYZ", 10, "ISO 4217"),
      ("total > 5.123 EUR", 8, "more decimals"), ("document.", 9, "name after the point"),
      ("lines.avg(amount)", 6, "no function `avg`"), ("sum(amount)", 0, "no function `sum`"),
      ("lines.count()", 11, "without parentheses"), ("total > $5", 8, "means nothing"),
      ("æ == 1", 0, "means nothing"), ("and total", 0, "expected a value"),
      ("total > 1.5 days", 8, "whole number"),
      ("a ; b", 2, "means nothing"), ("'é' = 1", 5, "write `==`"),
    ] as [(String, Int, String)])
  func mistakes(source: String, offset: Int, words: String) throws {
    let error = #expect(throws: ExpressionError.self) { try Workflow.Expression(source) }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Types that do not go together are told with their offset",
    arguments: [
      ("totl > 5", 0, "did you mean `total`?"),
      ("total > 'x'", 6, "money and text cannot be compared"),
      ("country > 5 and urgent", 8, "text and number"), ("total and urgent", 6, "joins conditions"),
      ("not total", 0, "joins conditions"), ("urgent < true", 7, "no order"),
      ("total * total", 6, "no meaning"), ("country * 2", 8, "no meaning"),
      ("-country", 0, "negative"),
      ("country in country", 8, "needs a list"), ("5 in tags", 2, "never in it"),
      ("['a', 5] == tags", 0, "holds one type"), ("country.count", 0, "not a list"),
      ("total.x > 5", 0, "has no parts"), ("document.titel == 'x'", 0, "did you mean `title`?"),
      ("lines.any(amont > 5)", 10, "did you mean `amount`?"),
      ("lines.any(amount)", 0, "needs a condition"),
      ("lines.sum(project)", 0, "no sum"), ("lines.max(amount > 5)", 0, "no order"),
      ("tags.any(true)", 0, "use `in`"), ("signing-limit > 5", 0, "write `signing_limit`"),
      ("period + 5 == period", 7, "no meaning"), ("lines == 5", 6, "cannot be compared"),
    ] as [(String, Int, String)])
  func types(source: String, offset: Int, words: String) throws {
    let expression = try Workflow.Expression(source)
    let error = #expect(throws: ExpressionError.self) {
      try expression.type(in: ExpressionTestScope.scope)
    }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test(
    "A name of the other level, header or line, is told as that",
    arguments: [
      ("amount > 5", false, "a line has it: write `lines.any(amount …)`"),
      ("document.amount > 5", false, "a line has it: write `lines.any(amount …)`"),
      ("line.amount > 5", false, "one line is known in line workflows and in `route`"),
      ("amount > 5", true, "a line has it: write `line.amount`"),
      ("line.total > 5", true, "the whole document has it: write `total`"),
      ("line.cost_center == 'x'", true, "the whole document has it: write `cost_center`"),
      ("line.amont > 5", true, "did you mean `amount`?"),
      // A field of a line is no likeness of one of the document.
      ("lines.any(document.amont > 5)", false, "unknown name `document.amont`"),
    ])
  func levels(source: String, isLine: Bool, words: String) throws {
    let schema = ExpressionTestScope.schema
    let error = #expect(throws: ExpressionError.self) {
      try Workflow.Expression(source).type(in: isLine ? schema.lineScope : schema.scope)
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    if source.hasPrefix("lines.any") { #expect(error?.message.contains("mean") == false) }
  }

  @Test(
    "Types of values",
    arguments: [
      ("total", ValueType.money), ("total / total", .number), ("total + 1", .money),
      ("lines.count", .number),
      ("period - period", .duration), ("[1, 2]", .list(of: .number)), ("lines.max(date)", .day),
      ("'a' + country", .text), ("none", .absent), ("2 days * 3", .duration),
      ("lines.sum(amount)", .money),
    ])
  func valueTypes(source: String, type: ValueType) throws {
    #expect(try Workflow.Expression(source).type(in: ExpressionTestScope.scope) == type)
  }

  @Test("Depth, length and size are bounded")
  func bounds() {
    for source in [
      String(repeating: "(", count: 2000) + "1", String(repeating: "not ", count: 1000) + "true",
      String(repeating: "-", count: 4000) + "1", String(repeating: "[", count: 3000),
      String(repeating: "a", count: 4097),
      Array(repeating: "1", count: 1000).joined(separator: "+"),
      "lines.any(lines.any(lines.any(true)))",
    ] {
      let error = #expect(throws: ExpressionError.self) { try Workflow.Expression(source) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test("Random texts never crash")
  func hostile() {
    let parts = [
      "total", "lines", ".", "any", "(", ")", "[", "]", ",", "and", "not", "in", "==", "<", "-",
      "1",
      "2026-03-01", "days", "EUR", "'a'", "\"", "é", "\0", " ", "count", "none", "0.5", "+", "*",
    ]
    var state: UInt64 = 11
    for _ in 0..<5000 {
      var source = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += parts[Int(state >> 33) % parts.count] + ((state >> 20) & 1 == 0 ? " " : "")
      }
      do {
        let expression = try Workflow.Expression(source)
        _ = try expression.type(in: ExpressionTestScope.scope)
        _ = try expression.evaluate(in: ExpressionTestScope.scope, ExpressionTestScope.read)
      } catch let error as ExpressionError {
        #expect(error.offset >= 0 && error.offset <= source.utf8.count)
      } catch {
        Issue.record(error)
      }
    }
  }
}
