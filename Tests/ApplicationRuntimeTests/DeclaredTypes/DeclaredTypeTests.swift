// A document type that only a file declares, on the way from draft to order.

import Foundation
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite("Declared types on their way")
struct DeclaredTypeTests {
  private static let sam = Actor("sam")
  private static let sue = Actor("sue")
  private static let root = Actor("root")
  private static let organization = """
    organization: Example
    time-zone: UTC
    currency: EUR
    administrators: [root]
    users:
      - { id: sam, name: Sam Holt, manager: sue }
      - { id: sue, name: Sue Lind, signing-limit: 50000 }
      - { id: root, name: Root }
    groups: { accounting: [root] }
    types: [request.yaml]

    """

  private let store = MemoryStore()
  private let clock = VirtualClock()
  private let engine: Engine

  init() throws {
    engine = Engine(store: store, types: [], clock: clock, random: CountingRandom())
  }

  /// A file of `Resources/`, wherever this package is built.
  private static func resource(_ name: String) throws -> String {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while url.path != "/", !FileManager.default.fileExists(atPath: url.path + "/Resources") {
      url.deleteLastPathComponent()
    }
    return try String(contentsOfFile: url.path + "/Resources/" + name, encoding: .utf8)
  }

  private static func request(
    command: String = "[sh, -c, 'cat > /dev/null; echo ordered']", more: String = ""
  ) throws -> String {
    let text = try resource("purchase-request.yaml")
    let start = try #require(text.range(of: "    # The document comes"))
    let end = try #require(text.range(of: "    timeout: 30 seconds"))
    return text.replacingCharacters(
      in: start.lowerBound..<end.lowerBound, with: "    command: \(command)\n") + more
  }

  @discardableResult
  private func load(
    _ request: String?, organization: String = organization, by actor: Actor? = root
  ) throws -> StoredOrganization {
    try engine.loadOrganization(
      organization, file: "o.yaml", files: request.map { ["request.yaml": .text($0)] } ?? [:],
      by: actor)
  }

  private func activate() throws {
    let text = try Self.resource("purchase-approval.yaml")
      .replacing("purchase-requisition", with: "purchase-request")
    let saved = try engine.saveWorkflow(text, file: "w.yaml", comment: nil, by: Self.root)
    try engine.activateWorkflow(
      saved.workflow, version: saved.version, acceptingWarnings: true, by: Self.root)
  }

  private static let content = DocumentContent(
    fields: ["purpose": "Ten chairs", "supplier": "Chair House", "cost-center": "4200"],
    lines: [
      [
        "item": "Chair", "quantity": 10,
        "unit-price": .money(Money(minorUnits: 9_000, currency: .euro)),
      ]
    ])

  /// A request that is submitted and approved; everything due has run.
  private func approved() throws -> DocumentID {
    let id = try engine.createDocument(
      type: "purchase-request", content: Self.content, by: Self.sam
    ).id
    try engine.perform(ActionRequest(.submit, .document(id)), by: Self.sam)
    _ = try engine.settle(nil, wait: .zero)
    try engine.perform(ActionRequest(.approve, .document(id)), by: Self.sue)
    _ = try engine.settle(nil, wait: .zero)
    return id
  }

  private func history(_ id: DocumentID) -> [HistoryEntry] {
    store.tables.history.filter { $0.document == id }.map(\.entry)
  }

  @Test("A declared type goes from draft to order, its command sets the status afterwards")
  func scenario() throws {
    try load(try Self.request(), by: nil)
    try activate()
    let id = try approved()
    #expect(id == "PQ-000001")
    let document = try engine.document(id, as: Self.sam).document
    #expect(document.title == "Ten chairs")
    #expect(document.total == Money(minorUnits: 90_000, currency: .euro))
    #expect(document.status == DocumentStatus(rawValue: "ordered"))
    #expect(history(id).contains { $0.event == .automatedExecution && $0.detail == "ordered" })
    #expect(history(id).contains { $0.detail?.hasSuffix("→ ordered") == true })
  }

  @Test("A command gets event and document on its input, and its names in the environment")
  func input() throws {
    let file = FileManager.default.temporaryDirectory.path + "/call-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: file) }
    let script = "cat > \(file); echo $COUNTERSIGN_DOCUMENT $COUNTERSIGN_KEY"
    try load(try Self.request(command: "[sh, -c, '\(script)']"), by: nil)
    try activate()
    let id = try approved()
    let json = try JSON(parsing: String(contentsOfFile: file, encoding: .utf8))
    #expect(json["document"]?["id"]?.string == "PQ-000001")
    #expect(json["document"]?["fields"]?["costCenter"]?.string == "4200")
    #expect(json["document"]?["lines"]?.array?.first?["unitPrice"]?["amount"]?.string == "90.00")
    #expect(json["event"]?["element"]?.string == "order")
    let key = try #require(json["event"]?["key"]?.string)
    #expect(history(id).contains { $0.detail == "PQ-000001 \(key)" })
  }

  @Test("A command that fails is tried again as declared, with its first line of errors")
  func failing() throws {
    let broken = try Self.request(command: "[sh, -c, 'echo no such supplier >&2; exit 2']")
      .replacing("tries: 5", with: "tries: 2")
    try load(broken, by: nil)
    try activate()
    let id = try approved()
    clock.advance(by: .seconds(2))
    _ = try engine.settle(nil, wait: .zero)
    let instance = try #require(store.tables.instances.values.first)
    #expect(instance.status == .stopped)
    #expect(instance.error?.contains("sh ended with status 2: no such supplier") == true)
    #expect(try engine.document(id, as: Self.sam).document.status == .inReview)

    // The command is mended in the organisation, and the instance goes on with it.
    try load(try Self.request())
    try engine.perform(ActionRequest(.resume, .instance(instance.id)), by: Self.root)
    _ = try engine.settle(nil, wait: .zero)
    #expect(try engine.document(id, as: Self.sam).document.status.rawValue == "ordered")
  }

  @Test("What a declared type requires and its rules are found before it is submitted")
  func rules() throws {
    try load(try Self.request(), by: nil)
    var content = Self.content
    content.fields["supplier"] = .none
    content.fields["needed-by"] = .day(try #require(Day(iso8601: "1999-12-31")))
    content.lines[0]["quantity"] = 100
    content.lines.append(["item": "Table", "quantity": 0])
    let findings = try engine.findings(
      in: content, of: "purchase-request", document: nil, originator: "sam", on: .submitted)
    let told = findings.map { "\($0.severity.rawValue) \($0.sentence)" }
    #expect(
      told == [
        "error Supplier is missing", "error line 2: Unit price is missing",
        "error line 2: the quantity is not more than zero",
        "error name a project: 9,000.00 EUR is more than 5,000",
        "warning needed by 1999-12-31, which is over",
      ])
  }

  @Test("Another process sees the types of an organisation as soon as it is loaded")
  func otherProcess() throws {
    try load(nil, organization: Self.organization.replacing("types:", with: "# "), by: nil)
    let other = Engine(store: store, types: [], clock: clock, random: CountingRandom())
    #expect(throws: EngineError.self) { try other.type("purchase-request") }
    #expect(other.types.isEmpty)
    try load(try Self.request())
    #expect(other.orderedTypes.map(\.title) == ["Purchase request"])
    try activate()
    let id = try other.createDocument(
      type: "purchase-request", content: Self.content, by: Self.sam
    ).id
    try other.perform(ActionRequest(.submit, .document(id)), by: Self.sam)
    #expect(try other.settle(nil, wait: .zero))
    #expect(try engine.inbox(of: "sue", as: Self.sue, limit: 10).rows.count == 1)
  }

  @Test("The running batch job takes the right to run for a type that was just loaded")
  func running() throws {
    try load(nil, organization: Self.organization.replacing("types:", with: "# "), by: nil)
    let other = Engine(store: store, types: [], clock: clock, random: CountingRandom())
    other.startBatchJob()
    defer { other.stopBatchJob() }
    try load(try Self.request())
    try activate()
    let id = try engine.createDocument(
      type: "purchase-request", content: Self.content, by: Self.sam
    ).id
    try engine.perform(ActionRequest(.submit, .document(id)), by: Self.sam)
    let deadline = ContinuousClock.now + .seconds(30)
    while try engine.inbox(of: "sue", as: Self.sue, limit: 10).rows.isEmpty {
      guard ContinuousClock.now < deadline else { break }
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(try engine.inbox(of: "sue", as: Self.sue, limit: 10).rows.count == 1)
  }

  @Test("A declared type takes neither the id nor the prefix of a type in Swift")
  func collisions() throws {
    let engine = Engine(store: store, types: [SwiftRequest()], clock: clock)
    let (organization, findings) = try engine.checkOrganization(
      Self.organization, file: "o.yaml", files: ["request.yaml": .text(try Self.request())])
    #expect(organization == nil)
    #expect(findings.map(\.message) == ["there is a document type `purchase-request` already"])
    #expect(throws: EngineError.self) {
      try engine.loadOrganization(
        Self.organization, file: "o.yaml", files: ["request.yaml": .text(try Self.request())],
        by: nil)
    }
    let renamed = try Self.request().replacing("type: purchase-request", with: "type: other")
    let other = try engine.checkOrganization(
      Self.organization, file: "o.yaml", files: ["request.yaml": .text(renamed)])
    #expect(other.findings.count == 1)
    #expect(other.findings.first?.message.contains("begin with `PQ`") == true)
  }

  @Test("A type of which there are documents can neither go nor change what its fields hold")
  func replacing() throws {
    try load(try Self.request(), by: nil)
    let without = Self.organization.replacing("types:", with: "# ")
    _ = try engine.createDocument(
      type: "purchase-request", content: Self.content, by: Self.sam)
    #expect(throws: EngineError.self) { try load(nil, organization: without) }
    let number = try Self.request()
      .replacing("supplier: { type: text", with: "supplier: { type: number")
    let error = #expect(throws: EngineError.self) { try load(number) }
    #expect(error?.details.first?.contains("`supplier` is text") == true)
    try load(try Self.request().replacing("Cost centre", with: "Who pays"))
    #expect(engine.orderedTypes.first?.schema.field(named: "cost-center")?.label == "Who pays")
  }

  @Test("Every event of a workflow can be handled by a declared type")
  func events() {
    let declared = Set(DeclaredEvent.allCases.map { MessageType($0) })
    #expect(
      declared == Set(MessageType.allCases.filter(\.isEvent)).subtracting([.automatedExecution]))
  }

  @Test("A command may see PATH, HOME, LANG and what is meant for it, and nothing else")
  func environment() throws {
    try load(try Self.request(), by: nil)
    try activate()
    let id = try approved()
    let document = try engine.document(id, as: Self.sam).document
    let message = try #require(
      store.tables.done.values.first { $0.type == .automatedExecution })
    let instance = try #require(store.tables.instances.values.first)
    let call = CommandCall(
      OutsideContext(
        event: HandlerEvent(message, of: instance, at: clock.now()), document: document,
        organization: try engine.organization()),
      schema: try engine.type("purchase-request").schema)
    let names = call.environment(of: [
      "PATH": "/bin", "HOME": "/home/sam", "LANG": "C", "SECRET": "x", "LD_PRELOAD": "y",
      "COUNTERSIGN_LEDGER": "/l", "COUNTERSIGN_KEY": "forged",
    ])
    #expect(
      names.map { $0.prefix { $0 != "=" } } == [
        "COUNTERSIGN_DOCUMENT", "COUNTERSIGN_EVENT", "COUNTERSIGN_INSTANCE", "COUNTERSIGN_KEY",
        "COUNTERSIGN_LEDGER", "HOME", "LANG", "PATH",
      ])
    #expect(!names.contains("COUNTERSIGN_KEY=forged"))
  }
}

/// A type in Swift with the id that a declared one wants.
private struct SwiftRequest: DocumentType {
  let id: DocumentTypeID = "purchase-request"
  let title = "Request"
  let prefix = "PQ"
  let schema = DocumentSchema(fields: [Field("purpose", .text)])

  func title(of content: DocumentContent) -> String { "Request" }
}
