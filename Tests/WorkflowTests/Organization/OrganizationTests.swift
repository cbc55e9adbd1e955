// The organisation's file: what it says and every mistake in it.

import Foundation
import Testing
import Workflow

@Suite struct OrganizationTests {
  private let head = """
    organization: Example Ltd
    time-zone: Europe/Copenhagen
    currency: EUR
    administrators: [carol]
    users:
      - { id: carol, name: Carol }
    """

  @Test("The example of SPEC 13 is read as it is meant")
  func example() throws {
    let (parsed, findings) = Organization.parse(DefinitionTestFiles.organization, file: "o.yaml")
    #expect(findings.isEmpty, "\(findings)")
    let organization = try #require(parsed)
    #expect(organization.name == "Example Ltd" && organization.timeZone == "Europe/Copenhagen")
    #expect(organization.people.count == 9 && organization.people[0].id == "sam")
    let sam = try #require(organization.person(login: "sammy"))
    #expect(sam.id == "sam" && sam.mail == "sam@example.org" && sam.manager == "frank")
    #expect(organization.person(login: "sam") == nil)
    #expect(organization.person(login: "frank")?.id == "frank")
    #expect(organization.members(of: "employees") == ["sam"])
    #expect(organization.members(of: "receipts") == ["ivan", "kim"])
    #expect(organization.members(of: "nothing") == nil)
    #expect(organization.isAdministrator("carol") && !organization.isAdministrator("sam"))
    #expect(organization.costCenters["4100"]?.budget[2026]?.description == "120,000.00 EUR")
    #expect(organization.projects["p-111"]?.owner == "sue")
    #expect(organization.yaml == DefinitionTestFiles.organization)
  }

  @Test("Attributes have types, and a signing limit may differ by document type")
  func attributes() throws {
    let parsed = Organization.parse(DefinitionTestFiles.organization, file: "o.yaml")
    let organization = try #require(parsed.organization)
    func attribute(_ person: PersonID, _ name: String, _ type: DocumentTypeID) -> String? {
      organization.person(person)?.attribute(name, for: type).display
    }
    #expect(attribute("frank", "signing-limit", "expense-report") == "10,000.00 EUR")
    #expect(attribute("sue", "signing-limit", "expense-report") == "50,000.00 EUR")
    #expect(attribute("sue", "signing-limit", "purchase-requisition") == "20,000.00 USD")
    #expect(attribute("sue", "signing-limit", "other") == "")
    #expect(attribute("sam", "manager", "other") == "frank")
    let ann = try #require(organization.person("ann"))
    #expect(ann.attributes["grade"] == 4 && ann.attributes["remote"] == true)
    #expect(ann.attributes["hired"].day?.iso8601 == "2020-05-01")
    #expect(ann.attributes["room"] == "12")
    #expect(organization.attributeTypes["grade"] == .number)
    #expect(organization.attributeTypes["room"] == .text)
  }

  @Test("People are active from their first day to their last")
  func active() throws {
    let day = try #require(Day(iso8601: "2026-03-01"))
    let person = Person(id: "a", name: "A", activeFrom: day, activeTo: day.adding(days: 1))
    #expect(!person.isActive(on: day.adding(days: -1)) && person.isActive(on: day))
    #expect(person.isActive(on: day.adding(days: 1)) && !person.isActive(on: day.adding(days: 2)))
    #expect(!Person(id: "a", name: "A", isDisabled: true).isActive(on: day))
  }

  @Test(
    "Mistakes are told with their place and remedy",
    arguments: [
      ("  - { id: a, name: A, manager: bb }", "7:32 unknown user `bb`", "Add the person"),
      ("  - { id: a, name: A, manager: carl }", "7:32 unknown user `carl`", "`carol`"),
      ("  - { id: a, name: A, groups: [x] }", "7:32 unknown group `x`", "groups:"),
      ("  - { id: carol, name: A }", "7:11 the id `carol` is used twice", "line 6"),
      ("  - { id: a, name: A, login: carol }", "7:30 the login `carol` is used twice", "line 6"),
      ("  - { id: a, name: A, manger: carol }", "7:23 unknown key `manger`", "`manager`"),
      ("  - { id: a }", "7:5 `name` is missing", "name:"),
      ("  - { name: A }", "7:5 `id` is missing", "id:"),
      ("  - { id: 'a b', name: A }", "7:11 `a b` cannot be an id", "without spaces"),
      (
        "  - { id: a, name: A, active-to: 2027-02-30 }", "7:34 `2027-02-30` is not a day",
        "active-to:"
      ),
      ("  - { id: a, name: A, signing-limit: lots }", "7:38 `lots` is not an amount", "10000 EUR"),
      (
        "  - { id: a, name: A, disabled: maybe }", "7:33 `disabled` must be true or false",
        "disabled: true"
      ),
      (
        "  - { id: a, name: A, grade: 4 }\n  - { id: b, name: B, grade: four }",
        "8:30 `grade` is text here and number for another person", "same form"
      ),
      (
        "  - { id: a, name: A, manager: b }\n  - { id: b, name: B, manager: a }",
        "7:32 the managers form a ring: a → b → a", "Remove"
      ),
      ("  - { id: a, name: A, manager: a }", "7:32 the managers form a ring: a → a", "Remove"),
      ("groups: { g: [x1] }", "7:15 unknown user `x1`", "Add the person"),
      ("groups: { g: carol }", "7:14 `g` must be a list", "[ivan, kim]"),
      (
        "policies: policies.yaml", "7:1 `policies` is not supported by this release",
        "later release"
      ),
      ("rates: rates.csv", "7:8 `rates.csv` cannot be read", "beside this file"),
      ("rates: [1]", "7:8 `rates` must be a mapping, found", "2026-01-01"),
      ("rates: { XXQ: { 2026-01-01: 1 } }", "7:10 unknown currency", "ISO 4217"),
      ("rates: { DKK: { monday: 1 } }", "7:17 `monday` is not a day", "2026-01-01"),
      ("rates: { DKK: { 2026-01-01: -1 } }", "7:29 a rate is a number more than zero", "0.13406"),
      ("delegatoins: []", "7:1 unknown key `delegatoins`", "`delegations`"),
      (
        "cost-centers: { \"1\": { title: A, owner: x2 } }", "7:41 unknown user `x2`",
        "Add the person"
      ),
      ("cost-centers: { \"1\": { owner: carol } }", "7:22 `title` is missing", "title:"),
      (
        "cost-centers: { \"1\": { title: A, budget: { 26x: 1 } } }", "7:44 `26x` is not a year",
        "2026"
      ),
      (
        "cost-centers: { \"1\": { title: A, budget: { 2026: x } } }", "7:50 `x` is not an amount",
        "2026"
      ),
      ("projects: { p: { title: A, ownr: carol } }", "7:28 unknown key `ownr`", "`owner`"),
      ("projects: [a]", "7:11 `projects` must be a mapping", "p-111"),
    ] as [(String, String, String)])
  func mistakes(more: String, place: String, remedy: String) {
    let (organization, findings) = Organization.parse(head + "\n" + more, file: "o.yaml")
    #expect(organization == nil)
    #expect(findings.count == 1, "\(findings.map(\.description))")
    #expect(findings.first?.place.hasPrefix(place) == true, "\(findings.map(\.place))")
    #expect(findings.first?.remedy.contains(remedy) == true, "\(findings.map(\.remedy))")
  }

  @Test(
    "Mistakes in the head are told",
    arguments: [
      ("time-zone: Europe/Copenhagen", "time-zone: Mars/Olympus", "2:12 unknown time zone"),
      ("time-zone: Europe/Copenhagen", "time-zone: ../../etc/passwd", "2:12 unknown time zone"),
      ("currency: EUR", "currency: EURO", "3:11 unknown currency `EURO`"),
      ("administrators: [carol]", "administrators: [caroll]", "4:18 unknown user `caroll`"),
      ("administrators: [carol]", "administrators: []", "4:17 nobody administers"),
    ])
  func headMistakes(line: String, instead: String, place: String) {
    let yaml = head.replacingOccurrences(of: line, with: instead)
    let findings = Organization.parse(yaml, file: "o.yaml").findings
    #expect(findings.count == 1 && findings[0].place.hasPrefix(place), "\(findings)")
  }

  /// A part repeated with a number in the place of `#`.
  private func repeated(_ part: String, _ count: Int) -> String {
    var result = ""
    for number in 0..<count {
      for character in part { result += character == "#" ? String(number) : String(character) }
    }
    return result
  }

  @Test(
    "A large file of mistakes is told in bounded time",
    arguments: [
      ("", "  - { id: a#, name: A, manager: b# }\n", 3_000, ""),
      ("  - { id: a, name: A, groups: [", "g#,", 20_000, "] }"),
      ("  - { id: a, name: A, ", "k#: 1, ", 12_000, "}"),
      ("groups: { ", "g#: [], ", 12_000, "x: [nobody] }"),
      ("groups: { g: [", "p#,", 20_000, "] }"), ("projects: { ", "p#: {}, ", 12_000, "}"),
    ])
  func bounded(start: String, part: String, count: Int, end: String) {
    let yaml = head + "\n" + start + repeated(part, count) + end
    let findings = Organization.parse(yaml, file: "o.yaml").findings
    #expect((1...100).contains(findings.count))
    #expect(findings.allSatisfy { !$0.message.contains("1 MiB") })
  }

  @Test("Random changes of a good file never crash")
  func mutations() {
    let bytes = Array(DefinitionTestFiles.organization.utf8)
    let alphabet = Array("{}[]:-,\"'&*!|>?%@` \n\t#a0".utf8)
    var state: UInt64 = 9
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0..<3 { changed[next(changed.count)] = alphabet[next(alphabet.count)] }
      let (organization, found) = Organization.parse(
        String(decoding: changed, as: UTF8.self), file: "o.yaml")
      #expect((organization == nil) == found.contains { $0.severity == .error })
    }
  }

  @Test("A sole user's organisation is read again from its own text")
  func soleUser() throws {
    let made = Organization.soleUser(
      id: "u", name: "O'Neil \"Q\": #1\u{1B}[31m €", login: "u", groups: ["receipts", "accounting"])
    let (parsed, findings) = Organization.parse(made.yaml, file: "o.yaml")
    #expect(findings.isEmpty, "\(findings)")
    let read = try #require(parsed)
    #expect(read.people == made.people && read.groups == made.groups)
    #expect(read.administrators == ["u"] && made.isAdministrator("u"))
    #expect(read.name == made.name)
  }
}
