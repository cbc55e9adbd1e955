// The same purchase with a type in Swift and with one that only a file declares: commands and
// engine work with both without knowing either.

import ApplicationRuntime
import Foundation
import SQLiteStore
import Testing
import Workflow
import WorkflowRuntime

@testable import countersign

@Suite("Types of one's own")
struct TypesTests {
  /// A type, and the organisation in which there is a workflow for it.
  enum Kind: String, CaseIterable {
    case swift = "purchase-requisition"
    case declared = "purchase-request"

    var prefix: String { self == .swift ? "PR" : "PQ" }
  }

  private static func resource(_ name: String) throws -> String {
    let file = Repository.root.appendingPathComponent("Resources/" + name)
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func organization() throws -> String {
    try resource("organization.yaml") + "types: [purchase-request.yaml]\n"
  }

  private static func workflow(_ kind: Kind) throws -> String {
    try resource("purchase-approval.yaml")
      .replacing("purchase-requisition", with: kind.rawValue)
      .replacing("workflow: purchase-approval", with: "workflow: \(kind.rawValue)-approval")
  }

  @Test("The files of the worked example have no finding")
  func files() throws {
    let request = try Self.resource("purchase-request.yaml")
    let (type, findings) = TypeDeclaration.parse(request, file: "purchase-request.yaml")
    #expect(findings == [])
    let own = PurchaseRequisition()
    #expect(type?.schema == own.schema)
    #expect(type?.statuses == own.statuses.map(\.rawValue))
    let organization = Organization.parse(
      try Self.resource("organization.yaml"), file: "organization.yaml"
    ).organization
    let check = WorkflowDefinition.check(
      try Self.resource("purchase-approval.yaml"), file: "purchase-approval.yaml",
      in: CheckContext(
        types: [own.id: own.schema], executables: [own.id: Set(own.executables.keys)],
        organization: organization, today: Day(iso8601: "2026-03-06")))
    #expect(check.findings == [])
  }

  @Test(
    "A purchase goes from draft to order by commands, whatever its type is written in",
    arguments: Kind.allCases)
  func commands(kind: Kind) throws {
    let place = try Place.sample()
    try place.file("purchase-request.yaml", try Self.resource("purchase-request.yaml"))
    let organization = try place.file("o.yaml", try Self.organization())
    let workflow = try place.file("w.yaml", try Self.workflow(kind))
    func run(_ words: String..., by person: String) throws {
      let ran = try place.run(words + ["--as", person])
      try #require(ran.status == 0, "\(words): \(ran.errors)")
    }
    try run("organization", "load", organization, "--yes", by: "carol")
    try run("workflow", "save", workflow, by: "carol")
    if kind == .declared {
      try run("workflow", "activate", "purchase-request-approval", by: "carol")
    }
    try run(
      "document", "new", "--type", kind.rawValue, "purpose=Ten chairs", "costCenter=4200",
      by: "mia")
    let id = kind.prefix + "-000001"
    try run("document", "set", id, "supplier=Chair House", "neededBy=2099-03-31", by: "mia")
    try run(
      "document", "add-line", id, "item=Chair", "quantity=10", "unitPrice=210", by: "mia")
    #expect(
      try place.ask("document", "show", id, "--as", "mia").item["total"]?["amount"] == "2100.00")
    try run("submit", id, by: "mia")
    try run("complete", id, by: "erin")
    try run("approve", id, by: "frank")
    let shown = try place.ask("document", "show", id, "--as", "mia").item
    #expect(shown["status"] == "ordered")
    #expect(shown["type"]?.string == kind.rawValue)
    #expect(shown["messages"]?.array == [])
    let history = try place.run("history", id, "--as", "mia")
    #expect(history.output.contains("ordered"))
    if kind == .declared {
      let order = try place.bytes(place.folder + "/home/purchase-orders/\(id).json")
      let json = try JSON(parsing: String(decoding: order, as: UTF8.self))
      #expect(json["document"]?["fields"]?["supplier"] == "Chair House")
    }
  }

  @Test(
    "A purchase goes from draft to order by the engine, and is ordered once",
    arguments: Kind.allCases)
  func engine(kind: Kind) throws {
    let place = try Place.sample()
    let store = try SQLiteStore.open(at: place.store)
    defer { try? store.close() }
    let request = try Self.resource("purchase-request.yaml")
      .replacing("$HOME/", with: place.folder + "/home/")
    let engine = Engine(store: store, types: [PurchaseRequisition()])
    try engine.loadOrganization(
      try Self.organization(), file: "o.yaml", files: ["purchase-request.yaml": .text(request)],
      by: Actor("carol"))
    let saved = try engine.saveWorkflow(
      try Self.workflow(kind), file: "w.yaml", comment: nil, by: Actor("carol"))
    if kind == .declared {
      try engine.activateWorkflow(
        saved.workflow, version: nil, acceptingWarnings: true, by: Actor("carol"))
    }
    let type = try engine.type(DocumentTypeID(kind.rawValue))
    let id = try engine.createDocument(
      type: type.id,
      content: DocumentContent(
        fields: ["purpose": "Screws", "supplier": "Bolt", "cost-center": "4100"],
        lines: [
          [
            "item": "Screw", "quantity": 500,
            "unit-price": .money(Money(minorUnits: 120, currency: .euro)),
          ]
        ]), by: Actor("sam")
    ).id
    try engine.perform(ActionRequest(.submit, .document(id)), by: Actor("sam"))
    _ = try engine.settle(nil, wait: .seconds(10))
    try engine.perform(ActionRequest(.approve, .document(id)), by: Actor("frank"))
    _ = try engine.settle(nil, wait: .seconds(10))
    let document = try engine.document(id, as: Actor("sam")).document
    #expect(document.status == .ordered)
    #expect(document.total?.description == "600.00 EUR")
    let orders = try engine.records(in: "purchase-orders", limit: 10, as: Actor("carol"))
    #expect(orders.map(\.number) == (kind == .swift ? [1] : []))
  }
}
