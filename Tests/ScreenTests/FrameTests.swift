// Drawing in frames: clipping, wide characters, lines, styles, ASCII.
import Testing

@testable import Screen

@Suite("Frames")
struct FrameTests {
  private func drawn(
    _ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode, _ body: (inout Canvas) -> Void
  ) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows), glyphs: glyphs)
    frame.draw(body)
    return frame
  }

  @Test("text is written where it is put and trailing blanks are cut")
  func text() {
    let frame = drawn(10, 3) { $0.write("Inbox  ", column: 1, row: 1) }
    #expect(frame.text == "\n Inbox\n")
    #expect(frame.line(1) == " Inbox")
    #expect(frame.line(7) == "")
  }

  @Test("what lies outside is not drawn, on any side")
  func clipping() {
    let frame = drawn(5, 1) { canvas in
      canvas.write("abcdefg", column: -2, row: 0)
      canvas.write("above", column: 0, row: -1)
      canvas.write("below", column: 0, row: 1)
      canvas.fill(Rect(column: 4, row: -9, columns: 99, rows: 99), with: "#")
    }
    #expect(frame.text == "cdef#")
  }

  @Test("a canvas within a canvas draws in its own part only")
  func nesting() {
    let frame = drawn(10, 3) { canvas in
      canvas.fill(with: ".")
      canvas.within(Rect(column: 2, row: 1, columns: 4, rows: 1)) { inner in
        #expect(inner.size == Size(columns: 4, rows: 1))
        inner.write("overflow", column: 0, row: 0)
        inner.write("no", column: 0, row: 1)
        inner.within(Rect(column: 3, row: -1, columns: 9, rows: 9)) { $0.fill(with: "x") }
        inner.within(Rect(column: 40, row: 0, columns: 9, rows: 9)) {
          $0.write("漢", column: -1, row: 0)
          $0.showCursor(column: 0, row: 0)
        }
      }
    }
    #expect(frame.text == "..........\n..ovex....\n..........")
    #expect(frame.cursor == nil)
  }

  @Test("a wide character that is cut by an edge becomes a blank")
  func wideAtTheEdge() {
    let frame = drawn(5, 2) { canvas in
      canvas.fill(with: ".")
      canvas.write("漢字漢", column: 0, row: 0)
      canvas.write("漢字漢", column: -1, row: 1)
    }
    #expect(frame.text == "漢字\n 字漢")
  }

  @Test("drawing over half of a wide character blanks the other half")
  func overWide() {
    let frame = drawn(6, 3) { canvas in
      for row in 0..<3 { canvas.write("漢字漢", column: 0, row: row) }
      canvas.write("x", column: 1, row: 0)
      canvas.write("x", column: 2, row: 1)
      canvas.write("日", column: 1, row: 2)
    }
    #expect(frame.text == " x字漢\n漢x 漢\n 日 漢")
    for row in 0..<3 {
      #expect(frame.cells(row: row).reduce(0) { $0 + $1.width } == 6)
    }
  }

  @Test("no text makes a row wider or narrower than the frame")
  func hostile() {
    let texts = [
      "\u{1B}]0;x\u{7}", "👨‍👩‍👧👍🏽漢e\u{301}", "\u{202E}abc", "\u{301}\u{200D}", "🇩🇰🇩", "\r\n\t\0",
    ]
    let frame = drawn(7, 40) { canvas in
      for (index, text) in (texts + texts + texts).enumerated() {
        canvas.write(text, column: index % 5 - 2, row: index)
        canvas.write(text, column: 2, row: index, width: 4)
      }
    }
    for row in 0..<40 { #expect(frame.cells(row: row).reduce(0) { $0 + $1.width } == 7) }
    #expect(!frame.text.unicodeScalars.contains { $0.isControl && $0 != "\n" })
  }

  @Test("a width cuts with an ellipsis and pads in the style")
  func width() {
    let frame = drawn(12, 2) { canvas in
      canvas.write("Visit Aarhus", column: 0, row: 0, width: 8, style: .accent)
      canvas.write("9.50", column: 0, row: 1, width: 8, alignment: .right)
    }
    #expect(frame.text == "Visit A…\n    9.50")
    #expect(frame[7, 0].style == .accent)
    #expect(frame[8, 0].style == .normal)
  }

  @Test("rules carry a title and a second text, which gives way")
  func rules() {
    let frame = drawn(20, 3) { canvas in
      canvas.rule(row: 0, title: "Lines", trailing: "2 new")
      canvas.rule(row: 1, title: "A long title here", trailing: "2 new")
      canvas.rule(row: 2)
    }
    #expect(
      frame.text == """
        ─ Lines ──── 2 new ─
        ─ A long title he… ─
        ────────────────────
        """)
  }

  @Test("boxes are single or double and carry a title")
  func boxes() {
    let frame = drawn(22, 3) { canvas in
      canvas.box(Rect(column: 0, row: 0, columns: 10, rows: 3), title: "Due")
      canvas.box(Rect(column: 12, row: 0, columns: 10, rows: 3), double: true)
      canvas.box(Rect(column: 0, row: 0, columns: 1, rows: 3))
    }
    #expect(
      frame.text == """
        ┌─ Due ──┐  ╔════════╗
        │        │  ║        ║
        └────────┘  ╚════════╝
        """)
  }

  @Test("an ASCII frame draws the twins, cell for cell")
  func ascii() {
    let frame = drawn(22, 2, glyphs: .ascii) { canvas in
      canvas.write("✓ Ærø › 漢字 · “é…”", column: 0, row: 0)
      canvas.horizontal(column: 0, row: 1, length: 4)
    }
    #expect(frame.text == "+ Aro > ???? - \"e~\"\n----")
    #expect(frame.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("styles can be changed under the text, and are told in the styled text")
  func styles() {
    let frame = drawn(8, 2) { canvas in
      canvas.write("ab", column: 0, row: 0, style: .danger)
      canvas.write(StyledText("c", .good) + "d", column: 2, row: 0)
      canvas.restyle(Rect(column: 1, row: 0, columns: 2, rows: 5)) { $0.selected() }
    }
    #expect(frame.styledText == "abcd\nrRG\n\n.NN")
    #expect(frame[1, 0].style == Style.danger.selected())
  }

  @Test("styled text is aligned in its width")
  func alignedStyledText() {
    let frame = drawn(10, 2) { canvas in
      canvas.write(StyledText("ab", .good), column: 0, row: 0, width: 10, alignment: .right)
      canvas.write(StyledText("abcdefghijkl"), column: 0, row: 1, width: 5)
    }
    #expect(frame.text == "        ab\nabcd…")
  }

  @Test("the cursor stands where it is shown, in the frame's cells")
  func cursor() {
    let frame = drawn(10, 3) { canvas in
      canvas.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) {
        $0.showCursor(column: 1, row: 1)
      }
    }
    #expect(frame.cursor == Point(column: 3, row: 2))
  }

  @Test("a frame of no size draws nothing and does not trap")
  func empty() {
    let frame = drawn(0, 0) { canvas in
      canvas.write("漢", column: -1, row: 0)
      canvas.box(Rect(column: -3, row: -3, columns: 9, rows: 9), title: "x")
      canvas.rule(row: 0, title: "x")
      canvas.restyle(canvas.bounds) { $0.bold() }
    }
    #expect(frame.text == "")
    #expect(frame[3, 3].text == " ")
  }

  @Test("combining marks are folded away in an ASCII frame")
  func asciiMarks() {
    var frame = Frame(size: Size(columns: 3, rows: 1), glyphs: .ascii)
    _ = frame.draw { $0.write("e\u{301}x\u{20D2}", column: 0, row: 0) }
    #expect(frame.text == "ex")
  }
}
