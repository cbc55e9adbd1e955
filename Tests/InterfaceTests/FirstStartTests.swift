// The three choices of the very first start.

import Screen
import Testing

@testable import Interface

@Suite("First start")
struct FirstStartTests {
  func pressed(_ keys: [Key]) -> FirstStart {
    var start = FirstStart(path: "/home/sam/.local/share/countersign/store.sqlite")
    for key in keys { start.update(.key(key)) }
    return start
  }

  @Test("Enter takes what is selected, numbers take at once, q leaves without a choice")
  func choices() {
    #expect(pressed([.enter]).choice == .demo)
    #expect(pressed([.down, .enter]).choice == .own)
    #expect(pressed([.character("2")]).choice == .own)
    #expect(pressed([.up]).choice == nil)
    let left = pressed([.character("q")])
    #expect(left.isDone && left.choice == nil)
  }

  @Test("another store is named by its path; Esc goes back to the choices")
  func other() {
    let path = "/tmp/s.sqlite".map { Key.character($0) }
    #expect(pressed([.character("3")] + path + [.enter]).choice == .other("/tmp/s.sqlite"))
    #expect(!pressed([.character("3"), .enter]).isDone)
    #expect(pressed([.character("3"), .escape, .character("1")]).choice == .demo)
  }

  @Test("a path where no store is can be mended, and is not typed anew")
  func refused() {
    var start = FirstStart(path: "/a", refused: ("/tmp/stor", "There is no store at /tmp/stor."))
    let size = Size(columns: 80, rows: 24)
    #expect(start.render(size: size, glyphs: .unicode).text.contains("! There is no store"))
    start.update(.key(.character("e")))
    start.update(.key(.enter))
    #expect(start.choice == .other("/tmp/store"))
  }

  @Test("it is drawn", arguments: [false, true])
  func drawn(isASCII: Bool) {
    let glyphs = isASCII ? Glyphs.ascii : .unicode
    let text = pressed([.character("3")]).render(
      size: Size(columns: 60, rows: 15), glyphs: glyphs
    ).text
    for words in ["Look around", "Start my own store", "/home/sam", "Open another store"] {
      #expect(text.contains(words))
    }
  }
}
