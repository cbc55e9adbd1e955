// Cutting, padding and wrapping.
import Testing

@testable import Screen

@Suite("Fitting text")
struct FittingTests {
  @Test("a text that fits is not cut")
  func fits() {
    #expect("Inbox".truncated(to: 5) == "Inbox")
  }

  @Test("an ellipsis stands for what was cut, at the end, the start or in the middle")
  func truncation() {
    #expect("Visit Aarhus".truncated(to: 8) == "Visit A…")
    #expect("/home/sam/store".truncated(to: 8, from: .start) == "…m/store")
    #expect("abcdefghij".truncated(to: 5, from: .middle) == "ab…ij")
    #expect("abcdef".truncated(to: 1) == "a")
    #expect("abcdef".truncated(to: 0) == "")
    #expect("abcdef".truncated(to: -3) == "")
  }

  @Test("of a long text no more is read than is shown")
  func long() {
    // Read whole, this many times, the text would keep the test busy for minutes.
    let text = String(repeating: "漢\u{301}", count: 500_000)
    for _ in 0..<2_000 { #expect(text.truncated(to: 4) == "漢\u{301}…") }
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.draw { canvas in
      for _ in 0..<2_000 { canvas.write(text, column: 0, row: 0) }
    }
    #expect(frame.text == "漢\u{301}漢\u{301}")
  }

  @Test("a wide character is never cut in half")
  func wide() {
    #expect("漢字漢字".truncated(to: 4) == "漢…")
    #expect("漢字漢字".truncated(to: 5) == "漢字…")
    #expect("漢字漢字".fitted(to: 4) == "漢… ")
    #expect("漢字漢字".truncated(to: 4, from: .start) == "…字")
  }

  @Test("every fitted text has exactly its width", arguments: 1...12)
  func exact(width: Int) {
    for text in ["", "a", "漢字 e\u{301} 👍🏽 x", "\u{1B}[31mred", "longer than everything else"] {
      for alignment in [Alignment.left, .right, .center] {
        #expect(text.fitted(to: width, alignment: alignment).displayWidth == width)
      }
    }
  }

  @Test("padding goes to the other side of the alignment")
  func padding() {
    #expect("12.50".padded(to: 8, alignment: .right) == "   12.50")
    #expect("ab".padded(to: 5, alignment: .center) == " ab  ")
    #expect("abc".padded(to: 2) == "abc")
  }

  @Test("lines break at words and keep the text's own breaks")
  func wrapping() {
    #expect("the quick brown fox".wrapped(to: 9) == ["the quick", "brown fox"])
    #expect("one\n\ntwo\r\nthree".wrapped(to: 9) == ["one", "", "two", "three"])
    #expect("".wrapped(to: 5) == [""])
    #expect("abc".wrapped(to: 0) == [])
  }

  @Test("a word that is too long is broken, an indent is kept")
  func longWords() {
    #expect("a abcdefghij b".wrapped(to: 4) == ["a", "abcd", "efgh", "ij b"])
    #expect("  in dent".wrapped(to: 6) == ["  in", "dent"])
    #expect("漢字漢字".wrapped(to: 3) == ["漢", "字", "漢", "字"])
  }

  @Test("no line is wider than asked, nothing but blanks is lost", arguments: 2...20)
  func wrapped(width: Int) {
    let text = "Lorem ipsum  dolor 漢字漢字漢字 sit amet, consecteturadipiscingelit 👍🏽 sed"
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    let letters = text.displaySafe.filter { $0 != " " }
    #expect(lines.joined().filter { $0 != " " } == letters)
  }

  @Test("lines beyond the limit end in an ellipsis")
  func limited() {
    #expect("one two three four".wrapped(to: 5, maximumLines: 2) == ["one", "two…"])
    #expect("one two".wrapped(to: 5, maximumLines: 2) == ["one", "two"])
    #expect("one two".wrapped(to: 5, maximumLines: 0) == [])
  }

  @Test("text of several styles is cut in the style of what was cut")
  func styled() {
    let text = StyledText("posted by ", .dim) + StyledText("Sam Holt", .emphasis)
    let cut = text.truncated(to: 14)
    #expect(cut.plain == "posted by Sam…")
    #expect(cut.spans.last?.style == .emphasis)
    #expect(text.truncated(to: 18) == text)
    #expect(text.truncated(to: 1).width == 1)
    #expect(text.styled { $0.selected() }.spans.allSatisfy { $0.style.modifiers == .selected })
  }
}
