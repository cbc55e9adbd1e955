// What is kept of a command's output: little, whatever it writes.

import Workflow

/// How a command ended, and the lines of it that people see.
struct CommandOutput: Hashable {
  enum Status: Hashable {
    case exited(Int32)
    case killed(signal: Int32)
    case timedOut
  }

  let status: Status
  /// The last line of its output that is not blank.
  let lastLine: String
  /// The first line of its errors that is not blank.
  let firstError: String

  /// So many characters of a line are shown.
  private static let longestLine = 200

  /// A line as it may stand in the history and in a terminal: control characters are spelt out;
  /// nil when there is nothing to show.
  static func shown(_ line: String) -> String? {
    var result = ""
    var count = 0
    for scalar in line.trimmed.unicodeScalars {
      guard count < longestLine else { return result + "…" }
      count += 1
      if scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format || scalar == "\u{2028}"
        || scalar == "\u{2029}"
      {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? nil : result
  }
}

/// Takes a stream of bytes apart into lines and keeps one of them.
struct LineKeeper {
  enum Choice { case first, last }

  let choice: Choice
  private var kept: [UInt8] = []
  private var line: [UInt8] = []

  /// Of a longer line the beginning is kept.
  private static let longestLine = 4096

  init(_ choice: Choice) { self.choice = choice }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        endLine()
      } else if line.count < Self.longestLine {
        line.append(byte)
      }
    }
  }

  private mutating func endLine() {
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if !isBlank, choice == .last || kept.isEmpty { kept = line }
    line.removeAll(keepingCapacity: true)
  }

  /// The line, once the stream has ended.
  func text() -> String {
    var ended = self
    ended.endLine()
    return String(decoding: ended.kept, as: UTF8.self)
  }
}
