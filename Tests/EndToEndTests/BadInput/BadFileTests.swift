// Files with mistakes: every mistake is told with its place, and nothing is half done.

import Foundation
import Testing
import Workflow

@Suite("Bad files")
struct BadFileTests {
  /// A mistake, and where and how it is told.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let line: Int64
    let column: Int64
    let words: String

    var testDescription: String { name }
  }

  private static let workflowHead = "workflow: w\ntitle: W\ntype: expense-report\nelements:\n"

  static let workflows: [Mistake] = [
    Mistake(
      name: "unknown key", text: workflowHead + "  - task: t\n    asign: { user: sam }\n",
      line: 6, column: 5, words: "asign"),
    Mistake(
      name: "unknown user", text: workflowHead + "  - task: t\n    assign: { user: nobody }\n",
      line: 6, column: 21, words: "nobody"),
    Mistake(
      name: "unknown group", text: workflowHead + "  - task: t\n    assign: { group: nobody }\n",
      line: 6, column: 22, words: "nobody"),
    Mistake(
      name: "unknown field",
      text: workflowHead
        + "  - decision: d\n    when: weather == \"fine\"\n    yes: []\n    no: []\n",
      line: 6, column: 11, words: "weather"),
    Mistake(
      name: "condition of the wrong type",
      text: workflowHead + "  - decision: d\n    when: total + 1\n    yes: []\n    no: []\n",
      line: 6, column: 11, words: ""),
    Mistake(
      name: "no YAML", text: "workflow: w\nelements: [ {\n", line: 3, column: 1, words: ""),
    Mistake(
      name: "key twice", text: "workflow: w\nworkflow: v\ntype: expense-report\nelements: []\n",
      line: 2, column: 1, words: "workflow"),
    Mistake(
      name: "element twice",
      text: workflowHead
        + "  - task: t\n    assign: { user: sam }\n  - task: t\n    assign: { user: sam }\n",
      line: 7, column: 11, words: "t"),
    Mistake(
      name: "unknown kind of element", text: workflowHead + "  - meeting: m\n", line: 5,
      column: 5, words: "meeting"),
    Mistake(
      name: "text where a list belongs", text: "workflow: w\ntype: expense-report\nelements: x\n",
      line: 3, column: 11, words: "list"),
  ]

  @Test("each mistake of a workflow is told with its line and column", arguments: workflows)
  func workflow(_ mistake: Mistake) throws {
    let place = try Place.sample()
    let file = try place.file("w.yaml", mistake.text)
    let before = try place.ask("workflow", "list", "--as", "carol").output
    let checked = try place.ask("workflow", "check", file, "--as", "carol")
    expect(mistake, in: checked, file: file)
    let saved = try place.ask("workflow", "save", file, "--activate", "--yes", "--as", "carol")
    #expect(saved.status == 65 && saved.errorCode == "badData", "\(saved.errors)")
    #expect(try place.ask("workflow", "list", "--as", "carol").output == before)
  }

  @Test("every mistake of a workflow is told at once")
  func allAtOnce() throws {
    let place = try Place.sample()
    let file = try place.file(
      "w.yaml",
      """
      workflow: w
      type: expense-report
      priority: high
      elements:
        - task: t
          assign: { user: nobody }
          limitt: 2 days
        - decision: d
          when: weather == "fine"
          yes: []
          no: []
      """)
    let checked = try place.ask("workflow", "check", file, "--as", "carol")
    #expect(checked.status == 65)
    let lines = Set(checked.items.compactMap { $0["line"]?.integer })
    #expect(lines.isSuperset(of: [1, 3, 6, 7, 9]), "\(checked.output)")
  }

  static let organizations: [Mistake] = [
    Mistake(
      name: "unknown key", text: "organization: O\ntime-zon: Europe/Berlin\n", line: 2, column: 1,
      words: "time-zone"),
    Mistake(
      name: "unknown manager",
      text: "organization: O\nusers:\n  - { id: a, name: A, manager: b }\n", line: 3, column: 32,
      words: "b"),
    Mistake(
      name: "user twice",
      text: "organization: O\nusers:\n  - { id: a, name: A }\n  - { id: a, name: B }\n", line: 4,
      column: 11, words: "a"),
    Mistake(
      name: "bad amount",
      text: "organization: O\nusers:\n  - { id: a, name: A, signing-limit: much }\n", line: 3,
      column: 38, words: "much"),
    Mistake(
      name: "bad day", text: "organization: O\nusers:\n  - { id: a, active-to: 2026-02-30 }\n",
      line: 3, column: 25, words: "2026-02-30"),
    Mistake(
      name: "unknown time zone", text: "organization: O\ntime-zone: Mars/Base\n", line: 2,
      column: 12, words: "Mars/Base"),
    Mistake(
      name: "unknown administrator", text: "organization: O\nadministrators: [zed]\nusers: []\n",
      line: 2, column: 18, words: "zed"),
  ]

  @Test(
    "each mistake of an organisation is told with its line and column", arguments: organizations)
  func organization(_ mistake: Mistake) throws {
    let place = try Place.sample()
    let file = try place.file("o.yaml", mistake.text)
    let before = try place.ask("organization", "show", "--as", "carol").output
    expect(mistake, in: try place.ask("organization", "check", file), file: file)
    let loaded = try place.ask("organization", "load", file, "--yes", "--as", "carol")
    #expect(loaded.status == 65, "\(loaded.errors)")
    #expect(try place.ask("organization", "show", "--as", "carol").output == before)
  }

  private func expect(_ mistake: Mistake, in checked: Place.Ran, file: String) {
    #expect(checked.status == 65)
    let found = checked.items.contains { finding in
      finding["line"] == .integer(mistake.line) && finding["column"] == .integer(mistake.column)
        && finding["file"]?.string == file
        && (mistake.words.isEmpty
          || "\(finding["message"]?.string ?? "") \(finding["remedy"]?.string ?? "")"
            .contains(mistake.words))
    }
    #expect(found, "\(checked.output)\(checked.errors)")
  }

  @Test("a CSV file with a BOM and quoted line breaks is read; each bad row is told by its line")
  func csv() throws {
    let place = try Place.sample()
    let text =
      "\u{FEFF}report,purpose,date,category,merchant,amount,currency\r\n"
      + "a,Trip,2026-03-01,meals,\"Cafe\r\n\"\"Corner\"\"\",12.50,EUR\r\n"
      + "a,,2026-03-02,hotel,Inn,twelve,EUR\r\n"
      + "b,Fair,2026-02-30,travel,Rail,30.00,EUR\r\n"
      + "c,Visit,2026-03-05,travel,Rail,30.00,EUR\r\n"
    let file = try place.file("r.csv", text)
    let bytes = try place.bytes(file)
    let rejected = place.folder + "/rejected.csv"
    let ran = try place.ask("report", "import", file, "--rejected", rejected, "--as", "sam")
    #expect(ran.status == 2, "\(ran.errors)")
    let problems = ran.item["problems"]?.array ?? []
    #expect(problems.map { $0["line"] } == [4, 5])
    #expect(problems.map { $0["column"] } == ["amount", "date"])
    #expect(problems.first?["reason"]?.string?.contains("twelve") ?? false)
    #expect(try place.bytes(file) == bytes)
    let kept = String(decoding: try place.bytes(rejected), as: UTF8.self)
    #expect(kept.contains("twelve") && kept.contains("2026-02-30") && !kept.contains("Visit"))
    let documents = ran.item["documents"]?.array?.compactMap(\.string) ?? []
    #expect(documents.count == 2)
    let first = try place.ask("report", "show", documents.first ?? "", "--as", "sam").item
    #expect(first["title"] == "Trip" && first["total"]?["amount"] == "12.50")
    #expect(first["lines"]?.array?.first?["merchant"]?.string?.contains("\"Corner\"") ?? false)
    // Nothing is overwritten: neither the file itself nor what is there already.
    let again = try place.ask("report", "import", file, "--rejected", file, "--as", "sam")
    #expect(again.status == 73, "\(again.errors)")
    #expect(try place.bytes(file) == bytes)
  }

  @Test("a CSV file in which nothing can be used makes nothing")
  func uselessCSV() throws {
    let place = try Place.sample()
    let texts = [
      "", "purpose,date,amount\n", "a,b\n1,2\n", "date,category,amount\n\"2026-03-01,meals,1\n",
      "date,category,amount\n2026-03-01,meals,abc\n",
    ]
    for (number, text) in texts.enumerated() {
      let file = try place.file("useless-\(number).csv", text)
      let ran = try place.ask("report", "import", file, "--as", "sam")
      #expect(ran.status == 65, "\(number): \(ran.output)\(ran.errors)")
    }
    #expect(try place.ask("report", "import", "/nowhere.csv", "--as", "sam").status == 66)
    #expect(try place.ask("report", "list", "--as", "sam").items.isEmpty)
  }

  @Test("JSON that is none, is too deep or has unknown fields is told with its place")
  func json() throws {
    let place = try Place.sample()
    for (text, words) in [
      ("{\"purpose\":", "line 1"), (String(repeating: "[", count: 100_000), "deep"),
      ("{\"porpose\":\"x\"}", "purpose"), ("{\"lines\":[{\"amount\":\"12,x\"}]}", "lines.1"),
      ("{\"purpose\":\"\u{1B}[31m\",\"x\":1}", "x"), ("\u{0}", "line 1"),
    ] {
      let ran = try place.ask("report", "new", "--file", "-", "--as", "sam", input: text)
      #expect(ran.status == 65, "\(ran.errors)")
      #expect(ran.errors.contains(words), "\(ran.errors)")
      #expect(!ran.errors.contains("\u{1B}"))
    }
    #expect(try place.ask("report", "list", "--as", "sam").items.isEmpty)
  }
}
