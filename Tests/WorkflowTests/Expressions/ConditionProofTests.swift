// What is proved of conditions is true of every document.

import Foundation
import Testing

@testable import Workflow

@Suite struct ConditionProofTests {
  @Test(
    "Conditions that never hold",
    arguments: [
      "false", "1 > 2", "total > 5 and total < 5", "total > 5 and total <= 5",
      "total == none and total > 1",
      "country == 'a' and country == 'b'", "country == 'a' and country in ['b', 'c']",
      "urgent and not urgent", "urgent == true and urgent == false", "total != total",
      "total < total", "days > days", "days > 5 and not (days >= 4)", "total in []",
      "country < project and project < country", "country == project and country != project",
      "(country == 'a' or country == 'b') and not (country in ['b', 'a'])",
      "period < 2026-01-01 and period > 2026-06-01", "total > 5 EUR and total < 9 USD",
      "total == 5 EUR and total == 5 USD", "lines.count > 2 and lines.count == 1",
      "lines.any(amount > 5) and not lines.any(amount > 5)", "days * 2 > 5 and days * 2 < 5",
      "total > 5 and (total < 3 or (country == 'a' and country == 'b'))", "none",
      "document.total > 5 and total < 5",
    ])
  func never(source: String) throws {
    #expect(try Workflow.Expression(source).neverHolds)
    #expect(try Workflow.Expression("not (\(source))").alwaysHolds)
    #expect(try !Workflow.Expression(source).alwaysHolds)
  }

  @Test(
    "Conditions of which nothing is proved",
    arguments: [
      "total > 5", "total > 5 and total < 6", "total >= 5 and total <= 5", "country == 'a'",
      "country != 'a' and country != 'b'", "total > 5 or total <= 5",
      "not (total > 5) and not (total <= 5)",
      "urgent or not (urgent == true) and days > 1", "country == none or urgent",
      "lines.any(amount > 5) and lines.any(amount < 5)", "total > 5 EUR and total > 3",
      "total != 5 EUR and total == 5", "document.title == 'a' and country == 'b'",
      "lines.any(amount > 5) and not lines.any(amount > 6)",
      "country <= project and project <= country",
    ])
  func open(source: String) throws {
    let condition = try Workflow.Expression(source)
    #expect(!condition.neverHolds && !condition.alwaysHolds)
  }

  @Test("A condition of very many cases proves nothing, soon")
  func large() throws {
    let many = (0..<60).map { "(days == \($0) or days == \($0 + 1))" }.joined(separator: " and ")
    let condition = try Workflow.Expression(many)
    #expect(condition.neverHolds)
    let names = (0..<40).map { "(urgent or days == \($0) or country == 'c\($0)')" }
    #expect(try !Workflow.Expression(names.joined(separator: " and ")).neverHolds)
  }

  @Test("No condition that holds for some document is proved to never hold")
  func sound() throws {
    var state: UInt64 = 42
    func pick<Item>(_ items: [Item]) -> Item {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int(state >> 33) % items.count]
    }
    func part(_ depth: Int) -> String {
      if depth > 0, pick([true, true, false]) {
        return pick([
          "(\(part(depth - 1)) and \(part(depth - 1)))",
          "(\(part(depth - 1)) or \(part(depth - 1)))",
          "not (\(part(depth - 1)))",
        ])
      }
      let comparison = pick(["==", "!=", "<", "<=", ">", ">="])
      return pick([
        "total \(comparison) \(pick(["1", "2", "1 EUR", "2 EUR", "1 USD"]))",
        "days \(comparison) \(pick(["0", "1", "2"]))",
        "country \(comparison) \(pick(["'a'", "'b'"]))",
        "country \(comparison) project", "urgent", "urgent == \(pick(["true", "false", "none"]))",
        "country in [\(pick(["'a'", "'a', 'b'", "none"]))]", "days == none", "total != none",
        "\(pick(["1", "2"])) \(comparison) days",
      ])
    }
    let money = [1, 2].flatMap { units in
      [Currency.euro, Currency(code: "USD")].compactMap { currency in
        currency.map { Value.money(Money(minorUnits: Int64(units * 100), currency: $0)) }
      }
    }
    var provedCount = 0
    for _ in 0..<1000 {
      let condition = try Workflow.Expression("\(part(2)) and \(part(1)) and \(part(0))")
      let (never, always) = (condition.neverHolds, condition.alwaysHolds)
      guard never || always else { continue }
      provedCount += 1
      for _ in 0..<40 {
        let document: [String: Value] = [
          "total": pick(money + [.none]), "days": pick([.none, 0, 1, 2]),
          "country": pick([.none, "a", "b"]), "project": pick([.none, "a", "b"]),
          "urgent": pick([.none, true, false]),
        ]
        guard let holds = try? condition.holds({ document[$0.path[0]] ?? .none }) else { continue }
        #expect(!(never && holds) && !(always && !holds), "\(condition) \(document)")
      }
    }
    #expect(provedCount > 100)
  }
}
