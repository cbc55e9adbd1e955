// A paste: text, rows, a receipt.

import ApplicationRuntime
import Testing
import Workflow

@testable import Interface

@Suite("Pastes")
struct EditorPasteTests {
  @Test("Into a field a paste is text, in one line")
  func text() throws {
    var report = try EditorFixture()
    report.paste("Visit\nto Aarhus, again")
    report.type("!⏎")
    #expect(report.value("purpose") == "Visit to Aarhus, again!")
    report.type("⇥⇥x")
    report.paste("a\tb,c")
    report.type("⇥")
    #expect(report.value(0, "merchant") == "xa b,c")
  }

  @Test("Into the table rows become lines; bad cells stay, marked")
  func rows() throws {
    var report = try EditorFixture()
    report.type("Trip⏎")
    let effects = report.paste(
      "3/3\ttravel\tDSB\t340\n4/3\tmeels\tCafe\t12,50\n\n4/3\thotel\tScandic\t297.00 DKK\n")
    #expect(report.editor.content.lines.count == 3)
    #expect(report.words(0) == "2026-03-03 travel DSB 340.00 EUR")
    #expect(report.words(2) == "2026-03-04 hotel Scandic 297.00 DKK")
    #expect(report.value(1, "category").isNone)
    #expect(report.editor.sheet.unread(at: .cell(line: 1, field: "category")) == "meels")
    #expect(effects.last == .toast("3 lines pasted, 1 cell cannot be read and stay marked"))
    #expect(effects.count == 2)
    #expect(report.cursor == "4 date")
    report.type("^g")
    #expect(report.editor.content.lines.isEmpty)
  }

  @Test("Commas and quotation marks separate too, and a first row may name the columns")
  func commas() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 0)
    report.paste("Amount,Date,Merchant,Colour\n\"1,5\",4/3,\"Caf\"\"e, big\",red")
    #expect(report.editor.content.lines.count == 6)
    #expect(report.words(2) == "2026-03-04  Caf\"e, big 1.50 EUR")
    #expect(report.value(3, "merchant") == "Scandic")
  }

  @Test("One text with a comma is a text; one row with a date is a row")
  func oneRow() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 2)
    report.paste("Cafe, Aarhus, Denmark")
    #expect(report.editor.edit?.input.text == "Cafe, Aarhus, Denmark")
    report.type("⎋⎋")
    report.paste("5/3,meals,Kiosk,7")
    #expect(report.words(2) == "2026-03-05 meals Kiosk 7.00 EUR")
  }

  @Test(
    "A receipt's path on a line attaches it",
    arguments: [
      ("/home/sam/bill.pdf", "/home/sam/bill.pdf"), ("'/tmp/a b.PNG' ", "/tmp/a b.PNG"),
      ("/tmp/a\\ b.jpg", "/tmp/a b.jpg"), ("file:///tmp/a%20b.pdf\n", "/tmp/a b.pdf"),
    ])
  func receipt(text: String, path: String) throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 1, column: 0)
    #expect(report.paste(text) == [.attachReceipt(path: path, line: 1)])
    #expect(report.editor.attached(receipt: path, line: 1).count == 2)
    #expect(report.editor.attached(receipt: path, line: 1).count == 1)
    #expect(report.value(1, "receipts") == .list([.text(path)]))
    #expect(report.editor.attached(receipt: path, line: 99) == [])
  }

  @Test("More rows than are reasonable are cut, and that is said")
  func tooMany() throws {
    var report = try EditorFixture()
    report.type("Trip⏎")
    let row = "3/3\ttravel\tDSB\t1\n"
    let effects = report.paste(String(repeating: row, count: PastedRows.limit + 5))
    #expect(report.editor.content.lines.count == PastedRows.limit)
    #expect(effects.last == .toast("1000 lines pasted; more than 1000 are not taken at once"))
  }

  @Test("On a button a paste is dropped with a word")
  func onButton() throws {
    var report = try EditorFixture()
    report.editor.focus = .action(0)
    #expect(report.paste("x") == [.toast("A paste needs a field or a line")])
  }
}
