// What is typed, what it is completed to, and what it means.

import ApplicationRuntime
import Testing
import Workflow

@testable import Interface

@Suite("Entries")
struct EditorEntryTests {
  @Test(
    "A date counts from the line above",
    arguments: [
      ("3", "2026-03-03"), ("3/3", "2026-03-03"), ("mon", "2026-03-02"), ("-1", "2026-03-03"),
      ("+", "2026-03-05"), ("t", "2026-03-05"), ("2026-02-01", "2026-02-01"),
    ])
  func days(typed: String, day: String) throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type(typed + "⇥")
    #expect(report.value(5, "date").display == day)
  }

  @Test(
    "An amount takes a point, a comma, a currency and a formula",
    arguments: [
      ("12.5", "12.50 EUR"), ("12,5", "12.50 EUR"), ("180 dkk", "180.00 DKK"),
      ("=3*4.20", "12.60 EUR"),
    ])
  func amounts(typed: String, amount: String) throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 3)
    report.type(typed + "⏎")
    #expect(report.value(1, "amount").display == amount)
  }

  @Test("What cannot be read stays in its cell, marked, and is not saved")
  func unreadable() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 3)
    report.type("twelve⇥")
    #expect(report.cursor == "2 receipts")
    let place = EditorPlace.cell(line: 1, field: "amount")
    #expect(report.editor.sheet.unread(at: place) == "twelve")
    #expect(report.editor.content.lines[1]["amount"].isNone)
    #expect(report.editor.submitState == .off("line 2: amount cannot be read"))
    report.type("⇤→")
    #expect(report.editor.edit?.input.text == "twelve")
    report.type("^u12⏎")
    #expect(report.value(1, "amount") == EditorFixture.euro(1200))
    #expect(report.editor.submitState == .ready)
  }

  @Test("A merchant brings its usual category, dimmed until a key takes it")
  func habit() throws {
    var report = try EditorFixture()
    report.type("Trip⏎⇥⇥dsb⇥")
    let category = EditorPlace.cell(line: 0, field: "category")
    #expect(report.editor.proposal(at: category) == "travel")
    #expect(report.value(0, "category").isNone)
    report.type("340⏎")
    #expect(report.cursor == "1 category")
    report.type("⏎")
    #expect(report.value(0, "category") == "travel")
    #expect(report.cursor == "2 date")
  }

  @Test("A category that is there already is left alone")
  func habitLeavesWhatIsThere() throws {
    var report = try EditorFixture()
    report.type("Trip⏎⇥me⇥dsb⇥")
    #expect(report.value(0, "category") == "meals")
    #expect(report.editor.proposal(at: .cell(line: 0, field: "category")).isNone)
  }

  @Test("The arrows choose in the list, and every way out of the cell takes what they chose")
  func choosing() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 1)
    report.type("me↓⏎")
    #expect(report.value(0, "category") == "media")
    report.editor.focus = .cell(line: 0, column: 1)
    report.type("me↑↑↓⇤")
    #expect(report.value(0, "category") == "media")
  }

  @Test("S-Tab takes what was typed and not the completion, unless only one choice is meant")
  func typedOnly() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 2)
    report.type("Scan⇤")
    #expect(report.value(0, "merchant") == "Scan")
    report.editor.focus = .cell(line: 0, column: 1)
    report.type("ta⇤")
    #expect(report.value(0, "category") == "taxi")
    report.editor.focus = .cell(line: 0, column: 2)
    report.type("Scan⎋⇥")
    #expect(report.value(0, "merchant") == "Scan")
    report.editor.focus = .cell(line: 0, column: 2)
    report.type("Scan→⇤")
    #expect(report.value(0, "merchant") == "Scandic")
  }

  @Test("What was entered in other lines completes too")
  func ownLines() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type("⇥⇥ca⇥")
    #expect(report.value(5, "merchant") == "Cafe")
  }

  @Test("Codes and people are found by their names")
  func names() throws {
    var report = try EditorFixture()
    report.type("Trip⇥res⇥")
    #expect(report.value("cost-center") == "4200")
    report.type("⇥⇥Sue⇥")
    #expect(report.value("approver") == "sue")
    report.type("⇤nobody⇥")
    #expect(report.editor.sheet.unread(at: .field("approver")) == "nobody")
    #expect(report.editor.submitState == .off("approver cannot be read"))
  }

  @Test("Truths, numbers and lists")
  func otherTypes() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 5)
    report.editor.enter("x.pdf, y.pdf", at: .cell(line: 0, field: "receipts"))
    #expect(report.value(0, "receipts") == ["x.pdf", "y.pdf"])
    report.type("⇥⇥y⇥12,5⇥")
    #expect(report.value(0, "billable") == true)
    #expect(report.value(0, "distance").display == "12.5")
  }

  @Test("Fields that cannot be changed are passed by")
  func readOnly() throws {
    var context = try EditorFixture.context()
    context.readOnly = ["purpose", "date"]
    var editor = DocumentEditor(
      schema: EditorFixture.schema, content: try EditorFixture.visit(), context: context)
    #expect(editor.place == .cell(line: 5, field: "category"))
    editor.focus = .field(0)
    _ = editor.handle(.key(.character("x")))
    #expect(editor.edit == nil)
    #expect(!editor.modified)
  }

  @Test("A type without lines goes from its fields to the button")
  func withoutLines() throws {
    var context = try EditorFixture.context()
    context.previous = Record()
    let schema = DocumentSchema(fields: [Field("reason", .text, isRequired: true)])
    var editor = DocumentEditor(
      schema: schema, content: DocumentContent(), context: context, isNew: true)
    for key in "New desk" { _ = editor.handle(.key(.character(key))) }
    _ = editor.handle(.key(.enter))
    #expect(editor.focus == .action(0))
    #expect(editor.handle(.key(.enter)) == [.submit])
    var empty = DocumentEditor(
      schema: DocumentSchema(fields: []), content: DocumentContent(), context: context)
    #expect(empty.handle(.key(.tab)) == [])
  }

  @Test(
    "What is typed says what is wrong at once, and is quiet while it may become something right",
    arguments: [
      ("date", "3", false), ("date", "3/", false), ("date", "mo", false), ("date", "t", false),
      ("date", "3/3/20", false), ("date", "2026-0", false), ("date", "-", false),
      ("date", "x", true), ("date", "99/99", true), ("date", "31/2", true), ("date", "monx", true),
      ("amount", "12.", false), ("amount", "180 d", false), ("amount", "180 dk", false),
      ("amount", "eu", false), ("amount", "=3*", false), ("amount", "12qq", true),
      ("amount", "180 dq", true), ("amount", "1.2.3.", true), ("category", "ho", false),
      ("category", "zz", true), ("distance", "1.", false), ("distance", "1k", true),
    ])
  func asOneTypes(field: String, text: String, isWrong: Bool) throws {
    let report = try EditorFixture(EditorFixture.visit())
    let field = try #require(EditorFixture.schema.lineField(named: field))
    let reference = try EditorFixture.day("2026-03-05")
    let problem = report.editor.reader.problem(of: text, for: field, reference: reference)
    #expect((problem != nil) == isWrong, "\(problem ?? "nothing")")
  }

  @Test("A new line that was only passed by vanishes again")
  func passedBy() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type("⇥⇥⇥")
    #expect(report.cursor == "6 amount")
    #expect(report.editor.content.lines.count == 5)
    report.type("↑↓")
    #expect(report.editor.sheet.lines.count == 5)
    report.type(String(repeating: "⇥", count: 5))
    #expect(report.cursor == "[Submit]")
    #expect(report.editor.sheet.lines.count == 5)
    #expect(report.effects.isEmpty)
  }

  @Test("A text that cannot be read is stored with the draft and is there again")
  func unreadStored() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 3)
    report.type("12,5x⇥^s^s")
    let stored = report.editor.content
    #expect(stored.lines[1].unread == ["amount": "12,5x"])
    let again = try EditorFixture(stored)
    #expect(again.editor.sheet.unread(at: .cell(line: 1, field: "amount")) == "12,5x")
    #expect(again.editor.submitState == .off("line 2: amount cannot be read"))
    report.editor.focus = .cell(line: 1, column: 3)
    report.type("12⇥")
    #expect(report.editor.content.lines[1].unread.isEmpty)
  }
}
