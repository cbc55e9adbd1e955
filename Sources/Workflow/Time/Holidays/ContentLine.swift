// The lines of an iCalendar file (RFC 5545, 3.1).

/// A property of an iCalendar file, such as `DTSTART;VALUE=DATE:20261224`.
struct ContentLine {
  /// The line of the file, from 1, on which it begins.
  let number: Int
  /// In capital letters.
  let name: String
  /// What stands behind the colon. Parameters between name and colon are not needed: a value shows
  /// by itself whether it is a day or a time.
  let value: String

  /// The logical lines of a text: those that begin with a space or a tab go on with the one before.
  static func unfolded(_ text: String) -> [(number: Int, bytes: [UInt8])] {
    var result: [(number: Int, bytes: [UInt8])] = []
    let bytes = Array(text.utf8)
    var number = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let line = bytes[start..<end]
      if line.first == 0x20 || line.first == 0x09, !result.isEmpty {
        result[result.count - 1].bytes += line.dropFirst()
      } else if !line.isEmpty {
        result.append((number, Array(line)))
      }
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
      number += 1
    }
    return result
  }

  /// None when there is no colon or nothing before it.
  init?(number: Int, bytes: [UInt8]) {
    var nameEnd: Int?
    var colon: Int?
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted, byte == 0x3A || byte == 0x3B else { continue }
      nameEnd = nameEnd ?? index
      if byte == 0x3A {
        colon = index
        break
      }
    }
    guard let colon, let nameEnd, nameEnd > 0 else { return nil }
    self.number = number
    name = Self.text(bytes[..<nameEnd]).uppercased()
    value = Self.text(bytes[(colon + 1)...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The value as a text for people: without the escapes, on one line, of bounded length.
  var plainText: String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars.prefix(200) {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      let isBreak = isEscaped && (scalar == "n" || scalar == "N")
      result.append(isBreak || scalar.properties.generalCategory == .control ? " " : scalar)
      isEscaped = false
    }
    return String(result)
  }
}
