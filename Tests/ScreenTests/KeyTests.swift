// How keys are spelled.
import Testing

@testable import Screen

@Suite("Keys")
struct KeyTests {
  @Test(
    "spellings of the key map",
    arguments: [
      ("^D", Key.control("d")), ("^_", .control("_")), ("Enter", .enter), ("Esc", .escape),
      ("Tab", .tab), ("S-Tab", .backtab), ("Space", .space), ("F1", .function(1)),
      ("F12", .function(12)), ("PgUp", .pageUp), ("a", .character("a")), ("R", .character("R")),
      ("?", .character("?")), ("^", .character("^")), ("F", .character("F")),
      ("é", .character("é")),
    ])
  func spelling(spelling: String, key: Key) {
    #expect(Key(spelling) == key)
    #expect(key.spelling == spelling)
  }

  @Test("names may be in any case")
  func names() {
    #expect(Key("enter") == .enter)
    #expect(Key("^d") == .control("d"))
    #expect(Key("f3") == .function(3))
  }

  @Test(
    "what names no key is refused",
    arguments: ["", " ", "F0", "F13", "F01", "F+1", "^1", "^é", "Entr", "ab", "\u{1B}", "\u{202E}"])
  func refused(spelling: String) {
    #expect(Key(spelling) == nil)
  }

  @Test("only characters type text")
  func text() {
    #expect(Key.character("ø").text == "ø")
    #expect(Key.space.text == " ")
    #expect(Key.enter.text == nil)
    #expect(Key.control("a").text == nil)
  }
}
