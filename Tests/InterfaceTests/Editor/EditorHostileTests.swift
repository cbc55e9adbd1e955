// Whatever is typed, pasted or stored: never a crash, and every size can be drawn.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("Hostile input to the editor")
struct EditorHostileTests {
  /// A small generator with a seed, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let keys: [Key] =
    [
      .enter, .tab, .backtab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete,
      .backspace, .escape, .function(2),
    ] + "ndxgtsuweo".map { .control($0) } + "\"+-=3.,mtcd 日\u{301}".map { .character($0) }

  private static let texts = [
    "\u{1b}]0;title\u{7}", "a\tb\tc\td\te\n\n\"", "\u{202e}evil", "1,2,3/3,\"x", "\u{0}",
    "👩‍👩‍👧👩‍👩‍👧", String(repeating: "9", count: 5000), "=((((((((((((((((((((1", "/x.pdf",
  ]

  @Test("Thousands of random keys and pastes leave a sound editor", arguments: [1, 2, 3, 4, 5])
  func random(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var report = try EditorFixture(EditorFixture.visit())
    for step in 0..<1000 {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        report.paste(Self.texts.randomElement(using: &generator) ?? "")
      } else {
        report.press(Self.keys.randomElement(using: &generator) ?? .tab)
      }
      #expect(report.editor.clamped(report.editor.focus) == report.editor.focus)
      if step.isMultiple(of: 50) {
        let columns = Int.random(in: 0...130, using: &generator)
        let rows = Int.random(in: 0...40, using: &generator)
        let frame = report.frame(columns, rows)
        #expect(!frame.text.contains("\u{1b}") && !frame.text.contains("\u{202e}"))
      }
    }
  }

  @Test("Stored content of other types and unknown fields is shown and kept")
  func foreignContent() throws {
    let line: Record = [
      "date": "soon", "amount": ["a", true], "surprise": .record(["x": 1]), "merchant": "a\u{7}b",
    ]
    var report = try EditorFixture(DocumentContent(fields: ["purpose": true], lines: [line]))
    #expect(report.frame(80, 21).text.contains("a^Gb"))
    report.type("↑⇥⇥x⇥")
    #expect(report.editor.content.lines[0]["surprise"] == .record(["x": 1]))
  }
}
