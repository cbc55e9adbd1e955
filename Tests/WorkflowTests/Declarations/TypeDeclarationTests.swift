// Document types declared in files: what is understood, and what is told of mistakes.

import Testing

@testable import Workflow

@Suite("Declared types")
struct TypeDeclarationTests {
  private static let request = """
    type: purchase-request
    title: Purchase request
    prefix: PQ
    document-title: "{purpose}"
    fields:
      purpose: { type: text, required: true }
      total: { type: money, calculate: lines.sum(amount) }
    lines:
      quantity: { type: number }
      unit-price: { type: money, label: Price of one }
      amount: { type: money, calculate: quantity * unit_price }
    statuses: [ordered]
    executables:
      order: { command: [place-order], timeout: 30 seconds, at-once: 2, status: ordered }

    """

  private func findings(_ change: String, _ replacement: String) -> [String] {
    let text = Self.request.replacing(change, with: replacement)
    #expect(text != Self.request)
    return TypeDeclaration.parse(text, file: "t.yaml").findings.map(\.description)
  }

  @Test("A declared type has its fields, calculations, statuses and commands")
  func whole() throws {
    let (parsed, findings) = TypeDeclaration.parse(Self.request, file: "t.yaml")
    let type = try #require(parsed, "\(findings)")
    #expect(findings.isEmpty)
    #expect(type.schema.fields.map(\.name) == ["purpose", "total"])
    #expect(type.schema.lineField(named: "unit-price")?.label == "Price of one")
    #expect(type.schema.field(named: "total")?.isCalculated == true)
    let order = try #require(type.executables["order"])
    #expect(order.words == ["place-order"])
    #expect(order.timeout == .seconds(30))
    #expect(order.atOnce == 2)
    #expect(order.status == "ordered")
  }

  @Test("Calculated fields follow from what was entered; what cannot be told stays empty")
  func calculating() throws {
    let type = try #require(TypeDeclaration.parse(Self.request, file: "t.yaml").type)
    var fields: Record = ["purpose": "Chairs"]
    var lines: [Record] = [
      ["quantity": 10, "unit-price": .money(Money(minorUnits: 21_000, currency: .euro))],
      ["quantity": 1],
    ]
    #expect(type.calculate(fields: &fields, lines: &lines, currency: .euro).isEmpty)
    #expect(fields["total"].money == Money(minorUnits: 210_000, currency: .euro))
    #expect(lines[1]["amount"].isNone)

    let krone = try #require(Currency(code: "DKK"))
    lines[1]["unit-price"] = .money(Money(minorUnits: 100, currency: krone))
    let obstacles = type.calculate(fields: &fields, lines: &lines, currency: .euro)
    #expect(obstacles.map(\.field.name) == ["total"])
    #expect(fields["total"].isNone)
  }

  @Test("Every calculation comes after those that it needs")
  func order() throws {
    let text = """
      type: sum
      title: Sum
      prefix: S
      document-title: Sum
      fields:
        c: { type: number, calculate: b + 1 }
        b: { type: number, calculate: a + 1 }
        a: { type: number }
      """
    let type = try #require(TypeDeclaration.parse(text, file: "t.yaml").type)
    var fields: Record = ["a": 1]
    var lines: [Record] = []
    type.calculate(fields: &fields, lines: &lines, currency: .euro)
    #expect(fields["c"] == 3)
  }

  @Test(
    "A mistake in a declared type is told with its place and a remedy",
    arguments: [
      ("type: text, required", "type: txt, required", "t.yaml:6:20", "Did you mean `text`?"),
      ("quantity * unit_price", "quantity * unit_prize", "t.yaml:11:48", "unit_price"),
      ("lines.sum(amount)", "purpose", "t.yaml:7:36", "the field is money"),
      ("{purpose}", "{purpos}", "t.yaml:4:19", "unknown placeholder"),
      ("prefix: PQ", "prefix: pq", "t.yaml:3:9", "capital letters"),
      ("statuses: [ordered]", "statuses: [approved, ordered]", "t.yaml:12:12", "the engine itself"),
      ("status: ordered }", "status: orderd }", "t.yaml:14:77", "Did you mean `ordered`?"),
      ("command: [place-order]", "command: place-order", "t.yaml:14:21", "a list of words"),
      ("command: [place-order]", "command: [./place]", "t.yaml:14:22", "current folder"),
      ("timeout: 30 seconds", "timeout: 30 s", "t.yaml:14:45", "span of time"),
      ("purpose: {", "lines: {", "t.yaml:6:3", "choose another name"),
      ("purpose: {", "and: {", "t.yaml:6:3", "choose another name"),
      ("title: Purchase request", "titel: Purchase request", "t.yaml:2:1", "Did you mean `title`?"),
      ("executables:", "handlers:", "t.yaml:14:3", "unknown word"),
      (
        "statuses: [ordered]", "rules: [ { when: total, message: Hm } ]\nstatuses: [ordered]",
        "t.yaml:12:18", "true or false"
      ),
      (
        "statuses: [ordered]",
        "rules: [ { when: total > 1, field: quantity, message: Hm } ]\nstatuses: [ordered]",
        "t.yaml:12:36", "Did you mean `lines.quantity`?"
      ),
    ])
  func mistakes(change: String, replacement: String, place: String, words: String) {
    let findings = findings(change, replacement)
    #expect(
      findings.contains { $0.hasPrefix(place + ":") && $0.contains(words) }, "\(findings)")
  }

  @Test("Fields that are calculated from each other are an error")
  func circle() {
    let findings = findings(
      "{ type: number }", "{ type: number, calculate: amount / unit_price }")
    #expect(findings.contains { $0.contains("calculated from each other: `quantity`, `amount`") })
  }

  @Test("An organisation names the files of its types; two types share neither id nor prefix")
  func organization() {
    let organization = """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [root]
      users: [ { id: root, name: Root } ]
      types: [a.yaml, b.yaml]
      """
    #expect(Organization.namedFiles(in: organization) == ["a.yaml", "b.yaml"])
    let other = Self.request.replacing("type: purchase-request", with: "type: other")
      .replacing("prefix: PQ", with: "prefix: OT")
    let good = Organization.parse(
      organization, file: "o.yaml",
      files: ["a.yaml": .text(Self.request), "b.yaml": .text(other)])
    #expect(good.organization?.declaredTypes.map(\.id) == ["purchase-request", "other"])
    #expect(good.organization?.files.keys.sorted() == ["a.yaml", "b.yaml"])

    let twice = Organization.parse(
      organization, file: "o.yaml",
      files: ["a.yaml": .text(Self.request), "b.yaml": .text(Self.request)])
    #expect(twice.findings.map { "\($0.location)" } == ["b.yaml:1:7"])
    let missing = Organization.parse(organization, file: "o.yaml", files: [:])
    #expect(missing.findings.map { "\($0.location)" } == ["o.yaml:6:9", "o.yaml:6:17"])
  }

  @Test("Whatever stands in the file of a type, reading it ends with findings")
  func hostile() {
    let texts = [
      "", "[]", "type: [", "type: x\nfields: 3\nlines: [1]\nrules: {}\nhandlers: []\nretry: 1",
      "fields: { a: 1, b: { type: {} }, ? [x] : y }",
      "executables: { x: { command: [] }, y: { command: [\"a\\0b\"] }, z: {} }",
      "fields: {" + (0..<300).map { "f\($0): { type: text }" }.joined(separator: ", ") + "}",
      "rules: [" + String(repeating: "{ when: a, message: \"{\" }, ", count: 150) + "]",
      "document-title: \"\u{1}{x\"\nstatuses: [A, a, a, \u{7}]",
    ]
    for text in texts {
      let (type, findings) = TypeDeclaration.parse(text, file: "t.yaml")
      #expect(type == nil)
      #expect(!findings.isEmpty && findings.count <= 200, "\(text.prefix(40))")
    }
  }
}
