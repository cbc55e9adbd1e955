// A line of text is edited by the characters that a person sees.

import Screen
import Testing

@testable import Interface

@Suite("Text in a cell")
struct TextInputTests {
  @Test("Whole characters are deleted, whatever they are made of")
  func clusters() {
    var input = TextInput("e\u{301}👩‍👩‍👧日")
    #expect(input.cursor == 3)
    input.deleteBackward()
    input.deleteBackward()
    #expect(input.text == "e\u{301}")
    input.moveToStart()
    input.deleteForward()
    #expect(input.text == "")
    input.deleteBackward()
    input.deleteForward()
    #expect(input.text == "")
  }

  @Test("A combining mark joins the character before the cursor")
  func combining() {
    var input = TextInput("ab")
    input.moveLeft()
    input.insert("e")
    input.insert("\u{301}")
    #expect(input.text == "ae\u{301}b")
    #expect(input.cursor == 2)
    input.moveRight()
    input.moveRight()
    #expect(input.isAtEnd)
  }

  @Test("Words are deleted with the blanks behind them")
  func words() {
    var input = TextInput("one  two  ")
    input.deleteWord()
    #expect(input.text == "one  ")
    input.deleteWord()
    #expect(input.text == "")
    input.deleteWord()
    #expect(input.text == "")
  }

  @Test("What is seen scrolls so that the cursor is among it, in cells and not in characters")
  func window() {
    var input = TextInput("日本語テキスト")
    #expect(input.window(width: 7).text == "キスト")
    #expect(input.window(width: 7).cursor == 6)
    input.moveToStart()
    #expect(input.window(width: 7).cursor == 0)
    #expect(input.window(width: 7).text == "日本語テキスト")
    #expect(input.window(width: 0).text == "")
    #expect(TextInput("abc").window(width: 4).text == "abc")
    #expect(TextInput("abcd").window(width: 4).text == "bcd")
  }

  @Test("Line ends and tabs become blanks, and a text has an end")
  func limits() {
    var input = TextInput("a\r\nb\tc\u{2028}d")
    #expect(input.text == "a b c d")
    input.insert(String(repeating: "x", count: TextInput.limit * 2))
    #expect(input.characters.count == TextInput.limit)
  }
}
