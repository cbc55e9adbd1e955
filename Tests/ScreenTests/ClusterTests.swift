// What is left of any text when it reaches a cell.
import Testing

@testable import Screen

@Suite("Clusters")
struct ClusterTests {
  @Test(
    "controls, bidi overrides and what is invisible are shown",
    arguments: [
      ("a\u{1B}[2Jb", "a^[[2Jb"), ("\u{0}\u{7}\u{7F}", "^@^G^?"), ("\u{9B}1m", "\\u{9b}1m"),
      ("\u{202E}fdp", "\\u{202e}fdp"), ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
      ("zero\u{200B}width", "zero\\u{200b}width"), ("\u{FEFF}bom", "\\u{feff}bom"),
      ("soft\u{AD}hyphen", "soft\\u{ad}hyphen"), ("one\r\ntwo\nthree\rfour", "one⏎two⏎three⏎four"),
      ("tab\there", "tab⇥here"), ("line\u{2028}end", "line\\u{2028}end"),
    ])
  func escapes(text: String, shown: String) {
    #expect(text.displaySafe == shown)
  }

  @Test(
    "emoji sequences become their base",
    arguments: [
      ("👍🏽!", "👍!"), ("👨‍👩‍👧 family", "👨 family"), ("🏳️‍🌈", "🏳"), ("🇩🇰 DK", "DK DK"), ("1️⃣", "1"),
      ("❤️", "❤"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("👩🏽‍🚀", "👩"),
    ])
  func emoji(text: String, shown: String) {
    #expect(text.displaySafe == shown)
  }

  @Test("a cell keeps four marks and drops the rest")
  func marks() {
    let text = "e" + String(repeating: "\u{301}", count: 200)
    let clusters = Array(ClusterReader(text))
    #expect(clusters.count == 1)
    #expect(clusters.first?.scalars.count == 5)
  }

  @Test("a mark without a base stands on a dotted circle")
  func loneMark() {
    #expect("\u{301}a".displaySafe == "\u{25CC}\u{301}a")
  }

  @Test("private and unassigned characters become the replacement character")
  func undrawable() {
    #expect("\u{E000}\u{378}".displaySafe == "\u{FFFD}\u{FFFD}")
  }

  @Test("joiners and selectors at the beginning vanish")
  func leadingJoiner() {
    #expect("\u{200D}\u{FE0F}a".displaySafe == "a")
  }

  @Test("safe text is safe already, whatever it was made of")
  func idempotent() {
    for first in stride(from: UInt32(0), to: 0x3000, by: 7) {
      var text = String.UnicodeScalarView()
      for offset in 0..<7 {
        if let scalar = Unicode.Scalar(first + UInt32(offset) * 0x1F1) { text.append(scalar) }
      }
      let safe = String(text).displaySafe
      #expect(safe.displaySafe == safe)
      #expect(!safe.unicodeScalars.contains { $0.isControl || $0.isDeceptive })
    }
  }
}
