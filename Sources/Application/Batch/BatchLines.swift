// The lines of a batch in groups: what is there is taken together, nobody waits for more.

import ApplicationRuntime

/// A line of the input with its number.
struct NumberedLine {
  let number: Int
  let input: InputLine

  func parsed() throws(EngineError) -> BatchLine {
    switch input {
    case .text(let text): return try BatchLine(text)
    case .notUTF8: throw EngineError(.badData, "The line is not UTF-8 text.")
    case .tooLong:
      throw EngineError(
        .badData, "The line has more than the \(LineReader.lengthLimit) bytes that are read.")
    }
  }
}

/// Reads lines in groups of bounded size, without blank ones.
final class BatchLines {
  static let atomicLimit = 1_000
  private static let greatestGroup = 256
  private static let greatestSize = 1 << 20

  private let reader: LineReader

  init(_ reader: LineReader) { self.reader = reader }

  /// At least one line, and those behind it that are there already; none at the end.
  func nextGroup() throws -> [NumberedLine] {
    var group: [NumberedLine] = []
    var size = 0
    // Somebody may wait for an answer before the next line is written.
    while group.isEmpty || reader.isReady, let line = try next() {
      group.append(line)
      if case .text(let text) = line.input { size += text.utf8.count }
      if group.count == Self.greatestGroup || size >= Self.greatestSize { break }
    }
    return group
  }

  /// Every line; throws when there are more than one commit takes.
  func all() throws -> [NumberedLine] {
    var all: [NumberedLine] = []
    while let line = try next() {
      guard all.count < Self.atomicLimit else {
        throw EngineError(.usage, "--atomic takes at most \(Self.atomicLimit) lines.")
      }
      all.append(line)
    }
    return all
  }

  private func next() throws -> NumberedLine? {
    while let line = try reader.next() {
      if case .text(let text) = line, text.isBlank { continue }
      return NumberedLine(number: reader.number, input: line)
    }
    return nil
  }
}
