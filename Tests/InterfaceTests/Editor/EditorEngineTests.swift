// What the engine says while a person types, and two screens on one draft.

import ApplicationRuntime
import Testing
import Workflow

@testable import Interface

@Suite("The editor and the engine")
struct EditorEngineTests {
  private static let time = Timestamp(microseconds: 5)

  private func saved(_ effects: [EditorEffect]) -> DocumentContent? {
    for case .save(let content) in effects { return content }
    return nil
  }

  private func type(_ text: String, in editor: inout DocumentEditor) -> [EditorEffect] {
    text.flatMap { editor.handle(.key($0 == "⇥" ? .tab : .character($0))) }
  }

  @Test("A message never moves the cursor or what is being typed; a refusal goes to the error")
  func findings() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 3, column: 2)
    report.type("Ki")
    let edit = report.editor.edit
    let error = DocumentFinding(
      .error, rule: "limit", message: "too much", line: 2, field: "amount")
    report.editor.received(findings: [error], calculated: Record())
    #expect(report.cursor == "4 merchant")
    #expect(report.editor.edit == edit)
    #expect(report.editor.submitState == .off("line 2: too much"))
    report.editor.refused(findings: [error])
    #expect(report.cursor == "2 amount")
    report.editor.received(findings: [], calculated: Record())
    #expect(report.editor.submitState == .ready)
  }

  @Test("A changed cell voids what was calculated from it until the engine says it anew")
  func calculated() throws {
    var editor = try EditorFixture(EditorFixture.visit()).editor
    editor.saved(EditorFixture.completed(try EditorFixture.visit()), at: Self.time)
    #expect(!editor.modified)
    let place = EditorPlace.cell(line: 0, field: "in-reporting-currency")
    #expect(editor.sheet.value(at: place).display == "340.00 EUR")
    editor.focus = .cell(line: 0, column: 3)
    let content = try #require(saved(type("350⇥", in: &editor)))
    #expect(editor.sheet.value(at: place).isNone)
    #expect(editor.modified)
    editor.saved(EditorFixture.completed(content), at: Self.time)
    #expect(editor.sheet.value(at: place).display == "350.00 EUR")
    #expect(!editor.modified)
    #expect(editor.leave().isEmpty)
  }

  @Test("What is calculated is no part of what is saved, and the total follows each answer")
  func totals() throws {
    var report = try EditorFixture(EditorFixture.completed(try EditorFixture.visit()))
    #expect(!report.editor.modified)
    report.editor.focus = .cell(line: 0, column: 3)
    report.type("341⏎")
    #expect(report.editor.total?.description == "688.63 EUR")
    #expect(report.editor.content.lines[0]["in-reporting-currency"].isNone)
    #expect(report.value(0, "in-reporting-currency").display == "341.00 EUR")
    #expect(!report.editor.modified)
  }

  @Test("Findings keep to their lines while an empty line stands between")
  func findingsAndEmptyLine() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 0)
    report.type("^n")
    let warning = DocumentFinding(
      .warning, rule: "limit", message: "much", line: 2, field: "amount")
    report.editor.received(findings: [warning], calculated: Record())
    #expect(report.editor.findings(at: .cell(line: 2, field: "amount")) == [warning])
    #expect(report.editor.located(warning) == "line 3: much")
    report.type("↑")
    #expect(report.editor.located(warning) == "line 2: much")
  }

  @Test("An answer to an older save brings nothing back that was cleared since")
  func lateAnswer() throws {
    var editor = try EditorFixture(EditorFixture.visit()).editor
    editor.focus = .cell(line: 0, column: 6)
    let first = try #require(saved(type("note⇥", in: &editor)))
    editor.focus = .cell(line: 0, column: 6)
    _ = editor.handle(.key(.backspace))
    let second = try #require(saved(editor.handle(.key(.tab))))
    editor.saved(EditorFixture.completed(first), at: Self.time)
    #expect(editor.sheet.value(at: .cell(line: 0, field: "comment")).isNone)
    #expect(editor.modified)
    editor.saved(EditorFixture.completed(second), at: Self.time)
    #expect(editor.sheet.value(at: .cell(line: 0, field: "comment")).isNone)
    #expect(!editor.modified)
  }

  @Test("An answer leaves the cell alone that is being typed")
  func openCell() throws {
    var editor = try EditorFixture(EditorFixture.visit()).editor
    editor.focus = .cell(line: 0, column: 2)
    _ = type("z", in: &editor)
    var content = try EditorFixture.visit()
    content.lines[0]["comment"] = "filled in"
    editor.saved(content, at: Self.time)
    #expect(editor.edit?.input.text == "z")
    #expect(editor.sheet.value(at: .cell(line: 0, field: "comment")) == "filled in")
  }

  @Test("What could not be saved is given again when the next cell is left")
  func failure() throws {
    var editor = try EditorFixture(EditorFixture.visit()).editor
    editor.focus = .cell(line: 0, column: 2)
    _ = type("Bus⇥", in: &editor)
    editor.saveFailed("the store is busy")
    #expect(editor.saveError == "the store is busy")
    #expect(saved(editor.handle(.key(.tab)))?.lines[0]["merchant"] == "Bus")
    editor.saved(editor.content, at: Self.time)
    #expect(editor.saveError == nil)
  }

  @Test("What only one screen changed is no conflict and both stay")
  func merging() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 2)
    _ = type("Bus⇥", in: &report.editor)
    var theirs = try EditorFixture.visit()
    theirs.fields["purpose"] = "Visit Odense"
    theirs.lines[1]["merchant"] = "Bakery"
    theirs.lines.append(["category": "other"])
    #expect(report.editor.differences(from: theirs).isEmpty)
    let effects = report.editor.replaced(content: theirs, keepingMine: true)
    #expect(report.value("purpose") == "Visit Odense")
    #expect(report.value(0, "merchant") == "Bus")
    #expect(report.value(1, "merchant") == "Bakery")
    #expect(report.editor.content.lines.count == 6)
    #expect(saved(effects) == report.editor.content)
  }

  @Test("What both changed is shown with both values; either may stay")
  func conflict() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 3)
    _ = type("350⇥", in: &report.editor)
    var theirs = try EditorFixture.visit()
    theirs.lines[0]["amount"] = EditorFixture.euro(36000)
    let found = try #require(report.editor.differences(from: theirs).first)
    #expect(found.label == "line 1, Amount")
    #expect(found.mine == "350.00 EUR")
    #expect(found.theirs == "360.00 EUR")
    var other = report
    #expect(!report.editor.replaced(content: theirs, keepingMine: true).isEmpty)
    #expect(report.value(0, "amount") == EditorFixture.euro(35000))
    #expect(other.editor.replaced(content: theirs, keepingMine: false).isEmpty)
    #expect(other.value(0, "amount") == EditorFixture.euro(36000))
    #expect(!other.editor.modified)
    other.type("^g")
    #expect(other.value(0, "amount") == EditorFixture.euro(35000))
  }

  @Test("A line cut here and a change there is asked about as lines")
  func cutConflict() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 3)
    _ = report.editor.handle(.key(.control("x")))
    var theirs = try EditorFixture.visit()
    theirs.lines[1]["merchant"] = "Bakery"
    let found = report.editor.differences(from: theirs)
    #expect(found.map(\.mine) == ["4 lines"])
    #expect(found.map(\.theirs) == ["5 lines"])
  }
}
