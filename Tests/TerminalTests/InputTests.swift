// From what ncurses reads to events.
import Screen
import Testing

@testable import Terminal

@Suite("Decoding input")
struct InputTests {
  private func events(_ inputs: [RawInput], flush: Bool = true) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for input in inputs { decoder.decode(input, into: &events) }
    if flush { decoder.flush(into: &events) }
    return events
  }

  private func characters(_ text: String) -> [RawInput] {
    text.unicodeScalars.map { .character($0) }
  }

  @Test(
    "characters are keys",
    arguments: [
      ("a", Key.character("a")), ("漢", .character("漢")), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{4}", .control("d")),
      ("\u{1A}", .control("z")), ("\u{1F}", .control("_")), ("\0", .control("@")),
      ("\u{1B}", .escape), (" ", .space),
    ])
  func keys(text: String, key: Key) {
    #expect(events(characters(text)) == [.key(key)])
  }

  @Test("named keys and the mouse pass, what has no name is dropped")
  func named() {
    let mouse = Mouse(action: .press, button: .left, point: Point(column: 3, row: 4))
    #expect(
      events([.key(.up), .other, .mouse(mouse), .character("\u{9B}")])
        == [.key(.up), .mouse(mouse)])
  }

  @Test("Esc and a letter are two keys, also Esc and a bracket")
  func escape() {
    #expect(events(characters("\u{1B}a")) == [.key(.escape), .key(.character("a"))])
    #expect(events(characters("\u{1B}[")) == [.key(.escape), .key(.character("["))])
    #expect(events(characters("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
    #expect(
      events(characters("\u{1B}[a")) == [
        .key(.escape), .key(.character("[")), .key(.character("a")),
      ])
    #expect(events([.character("\u{1B}"), .key(.up)]) == [.key(.escape), .key(.up)])
  }

  @Test(
    "unknown control sequences are swallowed whole",
    arguments: ["\u{1B}[1;5A", "\u{1B}[<0;5;6M", "\u{1B}[?62;4c", "\u{1B}[999~", "\u{1B}[1;2"])
  func unknownSequences(sequence: String) {
    #expect(events(characters(sequence)).isEmpty)
    if !sequence.hasSuffix("2") {
      #expect(events(characters(sequence + "j")) == [.key(.character("j"))])
    }
  }

  @Test("a paste is text and never keys")
  func paste() {
    let inputs = [.paste] + characters("Q\r\nline\ttwo\rthree\u{1B}[A\u{7}\u{1B}[201~x")
    #expect(
      events(inputs) == [.paste("Q\nline\ttwo\nthree[A"), .key(.character("x"))])
  }

  @Test("a paste may come in pieces, and nothing of it is told before its end")
  func pieces() {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for input in [.paste] + characters("half\u{1B}[20") { decoder.decode(input, into: &events) }
    decoder.flush(into: &events)
    #expect(events.isEmpty)
    #expect(decoder.isPasting)
    for input in characters("1~") { decoder.decode(input, into: &events) }
    #expect(events == [.paste("half")])
    #expect(!decoder.isPasting)
  }

  @Test("a broken end mark is part of the text")
  func brokenMark() {
    let inputs = [.paste] + characters("a\u{1B}\u{1B}[201b\u{1B}[201~")
    #expect(events(inputs) == [.paste("a[201b")])
  }

  @Test("a paste whose end never comes can be ended")
  func endless() {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for input in [.paste] + characters("text") { decoder.decode(input, into: &events) }
    decoder.endPaste(into: &events)
    #expect(events == [.paste("text")])
    decoder.endPaste(into: &events)
    #expect(events.count == 1)
  }

  @Test("a paste that is too long is cut, and its end is still found")
  func long() {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    decoder.decode(.paste, into: &events)
    for _ in 0..<(Paste.limit + 10) { decoder.decode(.character("x"), into: &events) }
    for input in characters("\u{1B}[201~y") { decoder.decode(input, into: &events) }
    #expect(events.count == 2)
    #expect(events.first == .paste(String(repeating: "x", count: Paste.limit)))
    #expect(events.last == .key(.character("y")))
  }
}
