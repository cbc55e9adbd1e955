// Lines of an endless input.

import Testing

@testable import Application

struct LineReaderTests {
  private func lines(_ text: String, limit: Int = 20) throws -> [InputLine] {
    let reader = LineReader(TextSource(text), limit: limit)
    var lines: [InputLine] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test("Lines end with a line feed, or with the input; a carriage return goes")
  func ends() throws {
    #expect(try lines("a\r\n\nb") == [.text("a"), .text(""), .text("b")])
    #expect(try lines("") == [])
    #expect(try lines("a\n") == [.text("a")])
  }

  @Test("A line that is too long is passed over, wherever the buffer ends")
  func tooLong() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines(long + "\nb\n" + long) == [.tooLong, .text("b"), .tooLong])
  }

  @Test("Bytes that are no UTF-8 are told")
  func notUTF8() throws {
    let reader = LineReader(BytesSource([0xFF, 0x0A]))
    #expect(try reader.next() == .notUTF8)
  }
}

private final class BytesSource: ByteSource {
  private var bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }
  var isReady: Bool { true }

  func read(_ limit: Int) -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
