// Receipts in the editor: files that are kept, never words.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("Receipts in the editor")
struct EditorReceiptTests {
  private static let hash = String(repeating: "ab", count: 32)
  private static let bill = "bill.pdf#" + hash

  private func atReceipts(line: Int) throws -> EditorFixture {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: line, column: 5)
    return report
  }

  @Test("A word that is typed is no receipt: a folder opens with it as the filter")
  func typedWord() throws {
    var report = try atReceipts(line: 1)
    #expect(report.type("b") == [.chooseReceipt(line: 1, typed: "b")])
    #expect(report.editor.edit == nil)
    #expect(report.value(1, "receipts").isNone)
  }

  @Test("A line with receipts shows them, one without opens a folder")
  func showing() throws {
    var report = try atReceipts(line: 0)
    #expect(report.type("^t") == [.showReceipts(line: 0)])
    report.editor.focus = .cell(line: 1, column: 5)
    #expect(report.type("→") == [.chooseReceipt(line: 1, typed: "")])
  }

  @Test("The line shows the file's name, not the hash under which it is kept")
  func named() throws {
    var report = try atReceipts(line: 1)
    _ = report.editor.attached(receipt: Self.bill, line: 1)
    let wide = report.frame(140, 30).text
    #expect(wide.contains("📎bill.pdf") && !wide.contains("#ab"))
    #expect(report.frame(140, 30, glyphs: .ascii).text.contains("@bill.pdf"))
    _ = report.editor.attached(receipt: "more.pdf#" + Self.hash, line: 1)
    #expect(report.frame(140, 30).text.contains("📎bill.pdf +1"))
    #expect(report.frame(60, 15).text.contains("📎"))
  }

  @Test("Del takes the last receipt of the line away, and ^G brings it back")
  func takingAway() throws {
    var report = try atReceipts(line: 0)
    #expect(
      report.press(.delete).last
        == .toast("Line 1: “a.pdf” is taken away. ^G brings it back"))
    #expect(report.value(0, "receipts").isNone)
    report.type("^g")
    #expect(report.value(0, "receipts") == ["a.pdf"])
  }

  @Test("A hostile name is drawn escaped")
  func hostile() throws {
    var report = try atReceipts(line: 1)
    _ = report.editor.attached(receipt: "a\u{1B}[31m\u{202E}.pdf#" + Self.hash, line: 1)
    let text = report.frame(140, 30).text
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }
}
