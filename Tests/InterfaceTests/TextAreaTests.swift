// Typing in fields.

import Screen
import Testing

@testable import Interface

@Suite("Text area")
struct TextAreaTests {
  func typed(_ keys: [Key], multiline: Bool = true) -> TextArea {
    var area = TextArea(isMultiline: multiline)
    for key in keys { _ = area.handle(key) }
    return area
  }

  @Test("keys insert at the cursor and move it")
  func typing() {
    let area = typed([
      .character("a"), .character("c"), .left, .character("b"), .end, .enter, .character("d"),
    ])
    #expect(area.text == "abc\nd")
  }

  @Test("^W deletes the word before the cursor, ^U everything")
  func deleting() {
    var area = TextArea("one two  ")
    _ = area.handle(.control("w"))
    #expect(area.text == "one ")
    _ = area.handle(.control("u"))
    #expect(area.isEmpty)
    for key in [Key.backspace, .delete, .left, .right, .up, .down, .home, .end] {
      _ = area.handle(key)
    }
    #expect(area.isEmpty)
  }

  @Test("a field of one line drops line ends; no text grows without end")
  func limits() {
    var area = TextArea()
    area.insert("a\nb")
    #expect(area.text == "ab")
    area.insert(String(repeating: "x", count: 20_000))
    #expect(area.text.count == TextArea.longest)
  }
}
