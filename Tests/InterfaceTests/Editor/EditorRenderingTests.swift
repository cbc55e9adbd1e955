// What the editor looks like in a terminal of 60x15, 80x24 and 120x40.

import ApplicationRuntime
import Screen
import Testing

@testable import Interface

@Suite("The editor's picture")
struct EditorRenderingTests {
  /// The report of SCREENS.md while `me` is typed into the category of line 4.
  private func typing() throws -> EditorFixture {
    let content = EditorFixture.completed(try EditorFixture.visit())
    var report = try EditorFixture(content)
    report.editor.received(
      findings: EditorFixture.findings(in: content), calculated: EditorFixture.totals(of: content))
    report.type("↑↑⇥me")
    return report
  }

  /// The rows without the blank ones at their ends.
  private func rows(_ frame: Frame) -> [String] {
    frame.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  @Test("At 80x24 it is the page of SCREENS.md: list under the cell, totals, findings")
  func standard() throws {
    let frame = try typing().frame(80, 21)
    #expect(
      rows(frame) == [
        " [Submit]   [Recall] off: not submitted   [Delete]",
        "─ Report ───────────────────────────────────────────────────────────────────────",
        "  Purpose      Visit Aarhus                  Project   –",
        "  Cost centre  4100 Sales                    Approver  –",
        "  Period       March",
        "─ Lines ────────────────────────────────────────────────────────────────────────",
        "  #  Date        Category   Merchant          Amount      In EUR  Rcpt  Note",
        "  1  Tue 3 Mar   travel     DSB           340.00 EUR      340.00  📎1",
        "  2! Tue 3 Mar   meals      Cafe           12.50 EUR       12.50  !",
        "  3  Wed 4 Mar   hotel      Scandic       297.00 EUR      297.00  📎1",
        "▌ 4  Wed 4 Mar  [meals    ] Cafe           14.00 EUR       14.00  –",
        "  5  Wed 4 Mar  ├ meals   ┤ 4x35          180.00 DKK       24.13  –",
        "  +             └ media   ┘",
        "─ 5 lines · 687.63 EUR · 1 warning ─────────────────────────────────────────────",
        " ! line 2: a receipt is required over 10.00 EUR (warning: you may submit)",
      ])
    #expect(frame.cursor == Point(column: 19, row: 10))
  }

  @Test("At 60x15 columns that need not be filled in give way")
  func narrow() throws {
    let frame = try typing().frame(60, 12)
    #expect(
      rows(frame) == [
        " [Submit]   [Recall] off: not submitted   [Delete]",
        "─ Report ─────────────────────────────────── 3 more fields ─",
        "  Purpose      Visit Aarhus",
        "  Cost centre  4100 Sales",
        "─ Lines ───────────────────────────────────────── 2–5 of 5 ─",
        "  #  Date        Category   Merchant          Amount  Rcpt",
        "  2! Tue 3 Mar   meals      Cafe           12.50 EUR  !",
        "  3  Wed 4 Mar   hotel      Scandic       297.00 EUR  📎1",
        "▌ 4  Wed 4 Mar  [meals    ] Cafe           14.00 EUR  –",
        "  5  Wed 4 Mar  ├ meals   ┤ 4x35          180.00 DKK  –",
        "─ 5 lines · 687.└ media   ┘warning ─────────────────────────",
        " ! line 2: a receipt is required over 10.00 EUR (warning: …",
      ])
  }

  @Test("At 120x40 all columns are there")
  func wide() throws {
    let frame = try typing().frame(120, 37)
    #expect(
      rows(frame) == [
        " [Submit]   [Recall] off: not submitted   [Delete]",
        "─ Report ─────────────────────────────────────────────────────────────"
          + "──────────────────────────────────────────────────",
        "  Purpose      Visit Aarhus                                        Project   –",
        "  Cost centre  4100 Sales                                          Approver  –",
        "  Period       March",
        "─ Lines ──────────────────────────────────────────────────────────────"
          + "──────────────────────────────────────────────────",
        "  #  Date        Category   Merchant                 Amount      In"
          + " EUR  Rcpt         Note           Billable  Distance",
        "  1  Tue 3 Mar   travel     DSB                  340.00 EUR      340.00  📎a.pdf",
        "  2! Tue 3 Mar   meals      Cafe                  12.50 EUR       12.50  !",
        "  3  Wed 4 Mar   hotel      Scandic              297.00 EUR      297.00  📎b.pdf",
        "▌ 4  Wed 4 Mar  [meals    ] Cafe                  14.00 EUR       14.00  –",
        "  5  Wed 4 Mar  ├ meals   ┤ 4x35                 180.00 DKK       24.13  –",
        "  +             └ media   ┘",
        "─ 5 lines · 687.63 EUR · 1 warning ───────────────────────────────────"
          + "──────────────────────────────────────────────────",
        " ! line 2: a receipt is required over 10.00 EUR (warning: you may submit)",
      ])
  }

  @Test("In ASCII, with a cell that cannot be read")
  func ascii() throws {
    var report = try EditorFixture()
    report.type("Trip⏎3⇥me⇥Cafe⇥abc⏎")
    #expect(
      rows(report.frame(60, 12, glyphs: .ascii)) == [
        " [Submit] off: line 1: amount ca~   [Recall] off   [Delete]",
        "- Report ----------------------------------- 3 more fields -",
        "  Purpose      Trip",
        "  Cost centre  4100 Sales",
        "- Lines ----------------------------------------------------",
        "  #  Date        Category   Merchant          Amount  Rcpt",
        "> 1! Tue 3 Mar   meals      Cafe      [        ! abc] -",
        "  +",
        "- 1 line - 0.00 EUR - 1 error ------------------------------",
        " x line 1: \"abc\" is not a currency: use three letters, suc~",
      ])
  }

  @Test("A date that is typed is shown as it is read")
  func preview() throws {
    var report = try EditorFixture()
    report.type("Trip⏎3")
    let rows = rows(report.frame(80, 21))
    #expect(rows.contains("▌ + [3         ]"))
    #expect(rows.contains("    └ Tue 3 Mar ┘"))
    #expect(rows[0] == " [Submit]   [Recall] off: not submitted   [Delete]")
  }

  @Test("What is proposed is shown on the line of the cursor only, and dimmed")
  func proposal() throws {
    var report = try EditorFixture()
    #expect(!report.frame(80, 21).text.contains("5 Mar"))
    report.type("Trip⏎")
    let frame = report.frame(80, 21)
    #expect(frame.text.contains("[Thu 5 Mar ]"))
    #expect(frame[5, 7].style == Style(.placeholder).selected())
  }

  @Test("The buttons say that they are off even where there is no room for the reason")
  func buttons() throws {
    let rows = rows(try EditorFixture().frame(40, 12))
    #expect(rows[0].contains("[Submit] off"))
    #expect(rows[0].contains("[Recall] off"))
  }

  @Test("The table shows the line of the cursor, however many there are")
  func scrolling() throws {
    var content = try EditorFixture.visit()
    content.lines = Array(repeating: content.lines, count: 30).flatMap { $0 }
    var report = try EditorFixture(content)
    #expect(report.frame(80, 21).text.contains("▌  +"))
    #expect(report.frame(80, 21).text.contains("of 150"))
    report.editor.focus = .cell(line: 70, column: 3)
    report.type("↑↓")
    #expect(report.frame(80, 21).text.contains("▌ 71"))
    report.editor.focus = .field(4)
    #expect(report.frame(80, 21).text.contains("  71"))
    #expect(report.frame(60, 10).text.contains("Approver"))
  }

  @Test("A list that has no room below its cell opens above it")
  func listAbove() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.type("⇥me")
    let rows = rows(report.frame(60, 9))
    let cell = try #require(rows.firstIndex { $0.contains("[me") })
    #expect(rows.indices.contains(cell + 1))
    #expect(report.frame(60, 9).text.contains("media"))
  }

  @Test("A long text scrolls in its cell with the cursor, in cells of the screen")
  func longText() throws {
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.focus = .cell(line: 0, column: 2)
    report.type("日本語テキスト日本語テキスト")
    let frame = report.frame(80, 21)
    let cursor = try #require(frame.cursor)
    #expect(cursor.row == 7)
    #expect(cursor.column < 39)
    #expect(frame.text.contains("スト"))
  }

  @Test("Every size can be drawn")
  func sizes() throws {
    let report = try typing()
    for columns in stride(from: 0, through: 100, by: 7) {
      for rows in 0...26 { _ = report.frame(columns, rows) }
    }
  }
}
