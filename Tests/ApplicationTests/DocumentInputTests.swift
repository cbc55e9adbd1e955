// Documents as JSON and as field=value.

import ApplicationRuntime
import Expenses
import Testing
import Workflow

@testable import Application

struct DocumentInputTests {
  private let schema = ExpenseReport().schema

  private func input(_ text: String) throws -> DocumentInput {
    try DocumentInput(JSON(parsing: text), schema: schema, currency: .euro)
  }

  @Test("A report is read as SPEC 13 shows it")
  func example() throws {
    let input = try input(
      """
      {"id":"TRIP-7","purpose":"Visit to a customer","costCenter":"4100","lines":[{"date":\
      "2026-03-01","category":"meals","merchant":"Cafe","amount":"12.50","currency":"DKK",\
      "comment":"","receipts":["r1.pdf"]}]}
      """)
    #expect(input.id == "TRIP-7")
    #expect(input.content.fields["purpose"] == "Visit to a customer")
    #expect(input.content.lines[0]["amount"].money?.description == "12.50 DKK")
  }

  @Test("All mistakes are told at once, with their places")
  func mistakes() {
    let text = #"{"purpos":"x","lines":[{"amount":"12,x"},{"date":"32 May"},7]}"#
    let error = #expect(throws: EngineError.self) { try input(text) }
    #expect(error?.details.count == 4)
    #expect(error?.details.contains { $0.hasPrefix("lines.2: date") } == true)
  }

  @Test(
    "An id has no form of another thing, and is a text",
    arguments: [#"{"id":"W-12"}"#, #"{"id":"i-7"}"#, #"{"id":7}"#, #"[]"#, #"{"lines":{}}"#])
  func hostile(_ text: String) {
    #expect(throws: EngineError.self) { try input(text) }
  }

  @Test(
    "field=value is read by the field's type",
    arguments: [
      ("purpose=a=b", "purpose", "a=b"), ("costCenter=4100", "cost-center", "4100"),
      ("periodFrom=2026-03-01", "period-from", "2026-03-01"), ("tags=a, b", "tags", "a, b"),
    ])
  func assignments(_ argument: String, _ name: String, _ display: String) throws {
    var record = Record()
    let day = try #require(Day(iso8601: "2026-03-05"))
    try record.assign(
      [FieldAssignment(argument)], fields: schema.fields, currency: .euro, today: day)
    #expect(record[name].display == display)
  }

  @Test("A line's fields are read with their currency; unknown and calculated ones are refused")
  func lineAssignments() throws {
    let day = try #require(Day(iso8601: "2026-03-05"))
    var record = Record()
    try record.assign(
      [FieldAssignment("amount=180 dkk")], fields: schema.lineFields, currency: .euro, today: day)
    #expect(record["amount"].money?.description == "180.00 DKK")
    for wrong in ["inReportingCurrency=1", "nothing=1", "date=soon"] {
      #expect(throws: EngineError.self) {
        try record.assign(
          [FieldAssignment(wrong)], fields: schema.lineFields, currency: .euro, today: day)
      }
    }
  }
}
