// The type itself: its fields, its total, what it fills in.

import ApplicationRuntime
import Testing
import Workflow
import WorkflowRuntime

@testable import Expenses

@Suite("Expense report")
struct ExpenseReportTests {
  private let type = ExpenseReport()

  @Test("the total is the exact sum in the reporting currency")
  func total() throws {
    var content = try report(
      line("2026-03-03", "travel", "DSB", "340.00"), line("2026-03-03", "meals", "Cafe", "12.50"),
      line("2026-03-04", "hotel", "Scandic", "297.00"),
      line("2026-03-04", "meals", "Cafe", "14.00"),
      line("2026-03-04", "media", "4x35", "180.00", "DKK"))
    content.lines[4]["exchange-rate"] = .number(0.13406)
    let completed = type.completed(content, in: organization)
    #expect(completed.lines[4]["in-reporting-currency"].display == "24.13 EUR")
    #expect(completed.fields["total"].display == "687.63 EUR")
    #expect(type.total(of: content, in: organization)?.description == "687.63 EUR")
    #expect(type.calculatedFields(of: content, in: organization)["total"].display == "687.63 EUR")
    #expect(type.completed(completed, in: organization) == completed)
  }

  @Test("a line that cannot be told in the reporting currency does not count yet")
  func noRate() throws {
    let content = try report(line(), line("2026-03-04", "media", "4x35", "180.00", "DKK"))
    let completed = type.completed(content, in: organization)
    #expect(completed.lines[1]["in-reporting-currency"].isNone)
    #expect(completed.fields["total"].display == "8.00 EUR")
  }

  @Test("a total that nobody can hold is none, not a crash")
  func overflow() throws {
    let content = try report(
      line("2026-03-03", "meals", "A", "92233720368547758.07"),
      line("2026-03-03", "meals", "B", "92233720368547758.07"))
    #expect(type.total(of: content, in: organization) == nil)
    #expect(try findings(in: content, on: .saved).contains { $0.rule == "amount-range" })
  }

  @Test("the title is the purpose, or the type's name")
  func title() throws {
    #expect(type.title(of: try report(line())) == "Visit Aarhus")
    #expect(type.title(of: DocumentContent(fields: ["purpose": " "])) == "Expense report")
  }

  @Test("the schema names what matters for approvals")
  func schema() {
    #expect(type.schema.lineField(named: "amount")?.matters == true)
    #expect(type.schema.field(named: "cost-center")?.matters == true)
    #expect(type.schema.field(named: "purpose")?.matters == false)
    #expect(type.schema.field(named: "total")?.isCalculated == true)
    #expect(type.statuses.map(\.rawValue) == ["readyForTransfer", "paid"])
    #expect(Set(type.executables.keys) == ["post-to-ledger", "pay"])
  }
}
