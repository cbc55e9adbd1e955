// What each key of the row "Document EDIT" does.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("The editor's keys")
struct EditorKeyTests {
  @Test("The first key replaces the cell; F2 and → edit inside it")
  func replacing() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type("↑⇥⇥⇥9⏎")
    #expect(report.value(4, "amount") == EditorFixture.euro(900))
    report.type("^g↑")
    #expect(report.value(4, "amount").display == "180.00 DKK")
    report.editor.focus = .cell(line: 1, column: 2)
    report.type("→ Nord⇥")
    #expect(report.value(1, "merchant") == "Cafe Nord")
    report.editor.focus = .cell(line: 1, column: 2)
    report.press(.function(2))
    report.press(.home)
    report.type("Le ⏎")
    #expect(report.value(1, "merchant") == "Le Cafe Nord")
  }

  @Test("Enter leaves the line when it has what it needs, else goes to what is missing")
  func entering() throws {
    var report = try EditorFixture()
    report.type("Trip⏎⇥me⏎")
    #expect(report.cursor == "1 amount")
    report.type("5⏎")
    #expect(report.cursor == "2 date")
    report.type("↑↑")
    report.editor.focus = .cell(line: 0, column: 3)
    report.type("^u")
    report.editor.focus = .cell(line: 0, column: 0)
    report.type("⏎")
    #expect(report.cursor == "1 amount")
    report.type("⏎")
    #expect(report.cursor == "1 amount")
  }

  @Test("Enter in the header goes to the next field that still needs something")
  func headerEnter() throws {
    var report = try EditorFixture()
    report.type("⏎")
    #expect(report.cursor == "1 date")
    report.type("↑")
    #expect(report.cursor == "approver")
  }

  @Test("Tab and S-Tab go through buttons, header and lines, around the ends")
  func tabbing() throws {
    var report = try EditorFixture(EditorFixture.visit())
    #expect(report.cursor == "6 date")
    report.type("⇤")
    #expect(report.cursor == "5 distance")
    report.type("⇥⇤⇤⇤⇤⇤⇤")
    #expect(report.cursor == "5 merchant")
    report.editor.focus = .cell(line: 0, column: 0)
    report.type("⇤")
    #expect(report.cursor == "approver")
    report.type("⇤⇤⇤⇤⇤")
    #expect(report.cursor == "[Delete]")
    report.type("⇤⇤⇤")
    #expect(report.cursor == "6 distance")
    report.type("⇥")
    #expect(report.cursor == "[Submit]")
  }

  @Test("Up and down keep the column")
  func vertical() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 4, column: 2)
    report.type("↑↑")
    #expect(report.cursor == "3 merchant")
    report.type("↓↓↓↓↓")
    #expect(report.cursor == "6 merchant")
    report.press(.pageUp)
    #expect(report.cursor == "1 merchant")
    report.press(.end)
    #expect(report.cursor == "1 distance")
    report.press(.home)
    #expect(report.cursor == "1 date")
  }

  @Test("A line left with nothing in it goes away")
  func emptyLine() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 2)
    report.type("^n")
    #expect(report.cursor == "3 date")
    #expect(report.editor.sheet.lines.count == 6)
    #expect(report.editor.content.lines.count == 5)
    report.type("↓")
    #expect(report.cursor == "3 date")
    #expect(report.editor.sheet.lines.count == 5)
    #expect(report.value(2, "merchant") == "Scandic")
  }

  @Test("^N opens a line below, ^X cuts the line, ^G brings it back")
  func lines() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 1)
    report.type("^n⇥me⇥")
    #expect(report.editor.content.lines.count == 6)
    #expect(report.value(1, "category") == "meals")
    #expect(report.type("^x").contains(.toast("Line 2 cut. ^G brings it back")))
    #expect(report.editor.content.lines.count == 5)
    report.type("^g")
    #expect(report.editor.content.lines.count == 6)
    #expect(report.type("^g^g").contains { if case .save = $0 { true } else { false } })
    #expect(report.editor.content.lines.count == 5)
    report.type("↓")
    #expect(report.editor.sheet.lines.count == 5)
  }

  @Test("^G takes back one change after the other, until there is none")
  func undo() throws {
    var report = try EditorFixture(EditorFixture.visit())
    let before = report.editor.content
    report.type("⇥me⇥Kiosk⇥7⏎")
    #expect(report.editor.content.lines.count == 6)
    report.type("x^g")
    #expect(report.editor.edit == nil)
    #expect(report.editor.content.lines.count == 6)
    report.type("^g^g^g^g")
    #expect(EditorFixture.completed(report.editor.content) == EditorFixture.completed(before))
    #expect(report.type("^g") == [.toast("Nothing to undo")])
  }

  @Test("A quotation mark and ^D take what is above; where nothing is above the mark is text")
  func above() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type("\"⇥^d⇥\"⇥\"⇥⇥\"x⇥")
    #expect(report.words(5) == "2026-03-04 taxi 4x35 180.00 DKK")
    #expect(report.value(5, "comment") == "\"x")
    var other = try EditorFixture()
    #expect(other.type("^d") == [.toast("There is no previous value")])
    other.type("\"Trip\"⇥^u^d⇥")
    #expect(other.value("purpose") == "\"Trip\"")
    #expect(other.value("cost-center") == "4100")
  }

  @Test("^U clears, ^W takes a word, Backspace and Delete empty the cell at rest")
  func clearing() throws {
    var report = try EditorFixture()
    report.type("one two three^w")
    #expect(report.editor.edit?.input.text == "one two ")
    report.type("^u")
    #expect(report.editor.edit?.input.text == "")
    report.type("one two⇥⇤^w⇥")
    #expect(report.value("purpose") == "one")
    report.type("⇤⌫⇥")
    #expect(report.value("purpose").isNone)
    report.type("^u⇥⇤")
    #expect(report.value("cost-center").isNone)
  }

  @Test("Esc puts the list away, then the edit, then leaves")
  func escaping() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 1)
    report.type("ho")
    #expect(report.editor.edit?.isListShown == true)
    #expect(report.type("⎋") == [])
    #expect(report.editor.edit?.isListShown == false)
    #expect(report.type("⎋") == [])
    #expect(report.value(1, "category") == "meals")
    #expect(report.type("⎋") == [.done])
  }

  @Test("^S saves the open cell and is done; a text that cannot be read holds it once")
  func finishing() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 2)
    let effects = report.type("Kiosk^s")
    #expect(effects.last == .done)
    #expect(effects.count == 2)
    #expect(report.value(1, "merchant") == "Kiosk")
    report.editor.focus = .cell(line: 1, column: 3)
    let held = report.type("abc^s")
    #expect(
      held.last
        == .toast(
          "line 2: “abc” is not a currency: use three letters, such as EUR or DKK. It stays in the draft; ^S again leaves it so"
        ))
    #expect(report.cursor == "2 amount")
    #expect(report.type("^s") == [.done])
  }

  @Test("^T, ^E and the page's own keys are effects")
  func effects() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 6)
    #expect(report.type("^t") == [.chooseReceipt(line: 1, typed: "")])
    _ = report.editor.attached(receipt: "c.pdf", line: 1)
    #expect(report.value(1, "receipts") == ["c.pdf"])
    let place = EditorPlace.cell(line: 1, field: "comment")
    #expect(report.type("a note^e") == [.openExternalEditor(text: "a note", place: place)])
    #expect(report.editor.edited("two\nlines\n\n", at: place).count == 1)
    #expect(report.value(1, "comment") == "two\nlines")
    #expect(report.type("→⇥").isEmpty)
    #expect(report.value(1, "comment") == "two\nlines")
    #expect(report.type("^p^l^z^c") == [.palette, .redraw, .suspend, .interrupt])
    #expect(report.press(.function(1)) == [.help])
  }

  @Test("A button that is off says why, and the cursor goes to the reason")
  func buttons() throws {
    var report = try EditorFixture()
    report.editor.focus = .action(0)
    #expect(report.type("⏎") == [.toast("Submit is off: purpose is missing")])
    #expect(report.cursor == "purpose")
    report.type("Trip⏎⇥me⇥Cafe⏎↓⏎")
    #expect(report.editor.submitState == .off("line 1 needs an amount"))
    report.editor.focus = .action(1)
    #expect(report.type("⏎") == [.toast("Recall is off: not submitted")])
    report.type("→⏎")
    #expect(report.effects.last == .perform(.delete))
  }

  @Test("The mouse sets the cursor, presses buttons and scrolls")
  func mouse() throws {
    var report = try EditorFixture(EditorFixture.visit())
    func press(_ column: Int, _ row: Int) -> InputEvent {
      let point = Point(column: column, row: row)
      return .mouse(Mouse(action: .press, button: .left, point: point))
    }
    _ = report.editor.handle(.resize(Size(columns: 80, rows: 21)))
    _ = report.editor.handle(press(28, 8))
    #expect(report.cursor == "2 merchant")
    _ = report.editor.handle(press(17, 2))
    #expect(report.cursor == "purpose")
    #expect(report.editor.handle(press(3, 0)) == [.submit])
    _ = report.editor.handle(press(28, 18))
    #expect(report.cursor == "[Submit]")
  }
}
