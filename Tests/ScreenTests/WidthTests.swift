// The width table against the C library's, and the widths of texts.
import Foundation
import Testing

@testable import Screen

@Suite("Text width")
struct WidthTests {
  @Test("the table agrees with wcwidth")
  func table() throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    // The header declares it only for programs that ask for X/Open, which Swift's import does not.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    var compared = 0
    var different: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.isControl else { continue }
      let expected = wcwidth(wchar_t(value))
      // Below zero: the C library has no opinion.
      guard expected >= 0 else { continue }
      compared += 1
      if scalar.displayWidth != Int(expected), value != 0xAD {
        different.append(String(value, radix: 16))
      }
    }
    #expect(compared > 100_000)
    // Another version of Unicode in the C library moves a few characters.
    #expect(different.count * 1000 < compared, "\(different.prefix(20))")
  }

  @Test(
    "widths of texts",
    arguments: [
      ("", 0), ("Inbox", 5), ("Ærø", 3), ("漢字", 4), ("e\u{301}", 1), ("─│┌", 3), ("👍", 2),
      ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇰", 2), ("1️⃣", 1), ("❤️", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("\u{1B}", 2), ("\n", 1), ("\u{301}", 1),
    ])
  func texts(text: String, width: Int) {
    #expect(text.displayWidth == width)
    #expect(text.displaySafe.displayWidth == width)
  }
}
