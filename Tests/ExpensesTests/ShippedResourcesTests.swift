// The files that ship are read without a finding.

import ApplicationRuntime
import Foundation
import Resources
import Testing
import Workflow

@testable import Expenses

@Suite("Shipped resources")
struct ShippedResourcesTests {
  @Test("the sample organisation has no finding")
  func organization() throws {
    let (organization, findings) = Organization.parse(
      ShippedResources.organization, file: "organization.yaml")
    #expect(findings.map(\.description) == [])
    let people = try #require(organization).people
    #expect(people.count == 13)
  }

  /// - Parameter isAlone: whether it is the only workflow in use.
  private func check(
    _ source: String, file: String, _ organization: Organization?, isAlone: Bool = false
  ) -> [String] {
    let type = ExpenseReport()
    let (definition, findings) = WorkflowDefinition.parse(source, file: file)
    let shipped = ShippedResources.workflows.compactMap { name, source in
      WorkflowDefinition.parse(source, file: name).definition
    }
    let others = shipped.filter { $0.id != definition?.id }
    let context = CheckContext(
      types: [type.id: type.schema], executables: [type.id: Set(type.executables.keys)],
      organization: organization,
      workflows: Set(shipped.map(\.id) + (definition.map { [$0.id] } ?? [])),
      activeWorkflows: isAlone ? [] : others, today: Day(iso8601: "2026-03-06"))
    return (findings + (definition?.check(in: context) ?? [])).map(\.description)
  }

  @Test("the shipped workflows have no finding in the sample organisation")
  func workflows() throws {
    let organization = Organization.parse(
      ShippedResources.organization, file: "organization.yaml"
    ).organization
    for (name, source) in ShippedResources.workflows {
      let definition = WorkflowDefinition.parse(source, file: name).definition
      // That of another type is checked where the type is: `TypesTests`.
      guard definition?.type == ExpenseReport().id else { continue }
      #expect(check(source, file: name + ".yaml", organization) == [])
      #expect(WorkflowDefinition.parse(source, file: name).definition?.id.rawValue == name)
    }
  }

  @Test("SPEC 13's conditions and subworkflow read what an expense report has")
  func excerpt() throws {
    let source = try #require(ShippedResources.workflows["every-element"])
    for line in [
      "    while: lines.any(amount > 5000) and not document.reviewed",
      "    document: cash_advance", "    workflow: settle-advance",
    ] {
      #expect(source.split(separator: "\n").contains(Substring(line)))
    }
    let schema = ExpenseReport().schema
    #expect(schema.field(named: "reviewed")?.type == .bool)
    #expect(schema.field(named: "cash-advance")?.type == .text)
  }

  @Test("the workflow of the travel declarations has no finding in its organisation")
  func travelDeclarations() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("EndToEndTests/Fixtures")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let (organization, findings) = Organization.parse(
      try text("travel-organization.yaml"), file: "travel-organization.yaml")
    #expect(findings == [])
    let workflow = try text("travel-declaration.yaml")
    let found = check(workflow, file: "travel-declaration.yaml", organization, isAlone: true)
    #expect(found == [])
  }

  @Test("the sample reports can be submitted, and are as old today as on the day they name")
  func samples() throws {
    let organization = try #require(
      Organization.parse(ShippedResources.organization, file: "organization.yaml").organization)
    let today = try #require(Day(iso8601: "2027-05-01"))
    let samples = try SampleReport.parse(
      ShippedResources.sampleReports, today: today, currency: organization.currency)
    #expect(samples.count == 13)
    let type = ExpenseReport()
    for sample in samples {
      let context = ValidationContext(
        document: nil, originator: sample.person, organization: organization, today: today,
        findDocuments: { _ in [] })
      let wrong = try type.findings(in: sample.content, on: .submitted, context: context)
      #expect(wrong.filter { $0.severity == .error || $0.rule == "future-date" } == [])
      for person in [sample.person] + sample.steps.map(\.person) {
        #expect(organization.person(person) != nil)
      }
    }
    #expect(samples[0].content.lines[0]["date"] == day("2027-04-28"))
    #expect(type.total(of: samples[0].content, in: organization)?.description == "687.63 EUR")
  }

  @Test("sample reports that cannot be read are told")
  func unreadable() {
    for text in ["", "{}", #"{"today":"2026-03-06","reports":[{"as":"sam"}]}"#] {
      #expect(throws: ExpenseError.self) {
        try SampleReport.parse(text, today: .latest, currency: .euro)
      }
    }
  }
}
